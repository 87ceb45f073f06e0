import math

from keras import ops


def direction(y_true, y_pred):
    """1 - cos of the angle between a direction and the true one, whatever their lengths.

    Args:
        y_true, y_pred: Float["b t 2"].

    Returns:
        Float["b t"], 0 … 2.
    """
    y_true, y_pred = ops.normalize(y_true, axis=-1), ops.normalize(y_pred, axis=-1)
    return 1 - ops.sum(y_true * y_pred, axis=-1)


def same(y_true):
    """The best prediction: the truth."""
    return y_true


def degrees(y_true, y_pred):
    """The angle between both, in degrees; Float["b t"]."""
    cosine = 1 - direction(y_true, y_pred)
    return ops.arccos(ops.clip(cosine, -1, 1)) * 180 / math.pi
