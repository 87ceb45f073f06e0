from keras import ops


def nested(y_true, y_pred):
    """Class-balanced cross-entropy of every side output and of the fused one, summed.

    Args:
        y_true: Float["b h w 1"], 1 on an edge.
        y_pred: Float["b h w s"], logits; the last channel is the fused one.

    Source: Xie & Tu 2015, Holistically-Nested Edge Detection, equations 2 to 5.
    """
    beta = 1 - ops.mean(y_true, axis=(1, 2, 3), keepdims=True)  # (b, 1, 1, 1): share of what is no edge
    positive = -beta * y_true * ops.log_sigmoid(y_pred)
    negative = -(1 - beta) * (1 - y_true) * ops.log_sigmoid(-y_pred)
    return ops.sum(ops.mean(positive + negative, axis=(1, 2)), axis=-1)  # (b)


def certain(y_true):
    """The perfect logits, of the three sides and the fused one."""
    return ops.repeat(40.0 * y_true - 20.0, 4, axis=-1)


def f_measure(y_true, y_pred):
    """2 TP / (2 TP + FP + FN) of an image, of the fused output, at a probability of a half."""
    found, edge = ops.cast(y_pred[..., -1] > 0, y_pred.dtype), y_true[..., 0]
    hits = ops.sum(found * edge, axis=(1, 2))
    return 2 * hits / ops.maximum(ops.sum(found, axis=(1, 2)) + ops.sum(edge, axis=(1, 2)), 1)
