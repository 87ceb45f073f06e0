"""YOURS. What is minimised. b batch."""

import math

from keras import ops


def matrix_error(y_true, y_pred):
    """Squared Frobenius distance of two rotation matrices (b, 3, 3): one value a sample (b,)."""
    return ops.sum(ops.square(y_true - y_pred), axis=(-2, -1))


def degrees(y_true, y_pred):
    """The angle of the rotation that is left between the two, in degrees (b,)."""
    trace = ops.sum(y_true * y_pred, axis=(-2, -1))
    return ops.arccos(ops.clip((trace - 1) / 2, -1, 1)) * 180 / math.pi
