from keras import ops


def transducer(y_true, y_pred):
    """-log P(y | x) of the RNN transducer, summed over all alignments by the forward variables.

        alpha(t, u) = alpha(t - 1, u) · blank(t - 1, u) + alpha(t, u - 1) · label(t, u - 1)

    Args:
        y_true: Int["b u"], labels 1 … c - 1; all of the same length.
        y_pred: Float["b t u+1 c"], logits; class 0 is the blank.

    Returns:
        Float["b"], >= 0.

    Source: Graves 2012, Sequence transduction with recurrent neural networks, arXiv 1211.3711, equations 16 to 18.
    """
    frames, places, classes = tuple(y_pred.shape)[1:]
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, t, u + 1, c)
    blank = log_p[..., 0]  # (b, t, u + 1)
    said = ops.expand_dims(ops.one_hot(y_true, classes, dtype=log_p.dtype), 1)  # (b, 1, u, c)
    label = ops.sum(log_p[:, :, :-1] * said, axis=-1)  # (b, t, u)
    stayed = ops.cumsum(blank, axis=1) - blank  # (b, t, u + 1): log P of blanks alone in the frames before t
    earlier = ops.expand_dims(ops.tril(ops.ones((frames, frames), dtype="bool")), 0)  # (1, t, s): s <= t
    alpha = stayed[:, :, 0]  # (b, t)
    for u in range(1, places):
        entered = alpha + label[:, :, u - 1] - stayed[:, :, u]  # (b, s): the label u is said in the frame s
        ways = ops.where(earlier, ops.expand_dims(entered, 1), -1e9)  # (b, t, s)
        alpha = stayed[:, :, u] + ops.logsumexp(ways, axis=-1)  # (b, t)
    return -(alpha[:, -1] + blank[:, -1, -1])


def heard(y_true, y_pred):
    """Share of the labels that a greedy walk says rightly, one a frame at most; what was said before is the teacher's."""
    frames, places, classes = tuple(y_pred.shape)[1:]
    place, right = ops.zeros_like(y_true[:, 0]), 0.0
    truth = ops.pad(ops.cast(y_true, "int32"), [[0, 0], [0, 1]], constant_values=-1)  # (b, u + 1)
    for t in range(frames):
        here = ops.one_hot(place, places, dtype=y_pred.dtype)  # (b, u + 1)
        best = ops.cast(ops.argmax(ops.sum(y_pred[:, t] * ops.expand_dims(here, -1), axis=1), axis=-1), "int32")
        wanted = ops.sum(truth * ops.cast(here, "int32"), axis=-1)
        right = right + ops.cast(best == wanted, "float32")
        place = ops.minimum(place + ops.cast(best != 0, place.dtype), places - 1)
    return right / (places - 1)
