"""YOURS. What is measured beside the losses."""

import math

from keras import ops


def minutes_off(y_true, y_pred):
    """How far the long hand is off, in minutes; at most 30."""
    off = ops.arctan2(y_true[:, 1], y_true[:, 0]) - ops.arctan2(y_pred[:, 1], y_pred[:, 0])
    off = ops.abs(off)
    return ops.minimum(off, 2 * math.pi - off) * 30 / math.pi
