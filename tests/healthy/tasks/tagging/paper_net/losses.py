"""YOURS. What is minimised. Shapes: b batch, t words, c tags."""

from keras import ops


def tagging(y_true, y_pred):
    """Cross-entropy of each word; -1 is padding and costs nothing, and the mask of the embedding keeps it out of the mean.

    Args:
        y_true: Int["b t"].
        y_pred: Float["b t c"], logits.

    Returns:
        Float["b t"], >= 0.
    """
    word = ops.cast(y_true >= 0, y_pred.dtype)
    chosen = ops.one_hot(ops.maximum(y_true, 0), y_pred.shape[-1], dtype=y_pred.dtype)
    each = -ops.sum(chosen * ops.log_softmax(y_pred), axis=-1)  # (b, t)
    return word * each


def right_tags(y_true, y_pred):
    """1 for a word that is tagged as annotated; Float["b t"]."""
    word = ops.cast(y_true >= 0, y_pred.dtype)
    hit = ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), y_true.dtype), y_true), y_pred.dtype)
    return word * hit
