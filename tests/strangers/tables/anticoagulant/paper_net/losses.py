from keras import ops

from .data import DEVIATION, MEAN


def within_fifth(y_true, y_pred):
    """1 where the dose is within 20 % of the right one, the usual figure of dosing algorithms; (b, 1) to (b)."""
    right, given = ((MEAN + DEVIATION * y[:, 0]) ** 2 for y in (y_true, y_pred))
    return ops.cast(ops.abs(given - right) <= 0.2 * right, "float32")
