import math

from keras import ops


def angular(y_true, y_pred):
    """The angle between two colours of light, in degrees."""
    length = ops.sqrt(ops.sum(y_true**2, axis=-1) * ops.sum(y_pred**2, axis=-1) + 1e-12)
    cosine = ops.sum(y_true * y_pred, axis=-1) / length
    return ops.arccos(ops.clip(cosine, -0.9999999, 0.9999999)) * (180 / math.pi)
