"""Shapes: b batch."""

from keras import ops


def known_cross_entropy(y_true, y_pred):
    """Cross-entropy of one logit, 0 where the diagnosis is unknown (-1). Both Float["b 1"]; returns Float["b"]."""
    known = ops.cast(y_true >= 0, y_pred.dtype)
    y_true = ops.maximum(y_true, 0.0)
    each = ops.softplus(y_pred) - y_true * y_pred
    return ops.sum(known * each, axis=-1)


def right(y_true, y_pred):
    """A metric: whether the diagnosis is right."""
    return ops.mean(ops.cast(ops.equal(y_true > 0.5, y_pred > 0), "float32"), axis=-1)
