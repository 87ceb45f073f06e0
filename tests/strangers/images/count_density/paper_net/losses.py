"""What is judged by."""

from keras import ops

SCALE = 100  # of the density, as in data.py


def miscount(y_true, y_pred):
    """By how many cells the sum of the density is off, (b)."""
    return ops.abs(ops.sum(y_true - y_pred, axis=(1, 2))) / SCALE
