"""What is minimised, and how the labels are read off.

Shapes: b batch, t frames, l labels at most, c labels and the blank.
"""

from keras import ops


def ctc(y_true, y_pred):
    """-log of the probability of the labelling, over all of its alignments.

    Args:
        y_true: Int["b l"], labels 1 …, filled up with 0.
        y_pred: Float["b t c"], logits, of which 0 is the blank.

    Returns:
        Float["b"]

    Source: Graves et al. 2006, equation 5.
    """
    length = ops.sum(ops.cast(y_true != 0, "int32"), axis=-1)  # (b)
    frames = ops.full_like(length, y_pred.shape[1])  # (b)
    return ops.ctc_loss(y_true, y_pred, length, frames, mask_index=0)


def exact(y_true, y_pred):
    """1 where best path decoding gives the very labels: repeats collapse first, blanks go then."""
    best = ops.argmax(y_pred, axis=-1)  # (b, t)
    before = ops.pad(best[:, :-1], [[0, 0], [1, 0]])
    new = ops.logical_and(best != 0, best != before)
    place = ops.where(new, ops.cumsum(ops.cast(new, "int32"), axis=1) - 1, -1)  # (b, t)
    at = ops.cast(ops.expand_dims(place, -1) == ops.arange(y_true.shape[1]), "int32")  # (b, t, l)
    labels = ops.sum(at * ops.cast(ops.expand_dims(best, -1), "int32"), axis=1)  # (b, l)
    same = ops.all(labels == ops.cast(y_true, "int32"), axis=-1)
    fits = ops.sum(ops.cast(new, "int32"), axis=1) <= y_true.shape[1]
    return ops.cast(ops.logical_and(same, fits), "float32")
