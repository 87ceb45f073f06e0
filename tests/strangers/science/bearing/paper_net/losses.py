import math

from keras import ops


def angular(y_true, y_pred):
    """One minus the cosine of the angle between the true bearing and the predicted direction.

    Args:
        y_true: Float["*b"], degrees.
        y_pred: Float["*b 2"], a vector (cosine, sine) of any length.

    Returns:
        Float["*b"], 0 where the direction is right, 2 where it is opposite.
    """
    angle = y_true * (math.pi / 180)
    along = ops.cos(angle) * y_pred[..., 0] + ops.sin(angle) * y_pred[..., 1]
    return 1 - along / ops.sqrt(ops.sum(y_pred**2, axis=-1) + 1e-6)


def direction(y_true):
    """The best y_pred of `angular`."""
    angle = y_true * (math.pi / 180)
    return ops.stack([ops.cos(angle), ops.sin(angle)], axis=-1)


def degrees_off(y_true, y_pred):
    """Degrees between the true and the predicted bearing, the shorter way round."""
    off = ops.abs(y_true - ops.arctan2(y_pred[..., 1], y_pred[..., 0]) * (180 / math.pi)) % 360
    return ops.minimum(off, 360 - off)
