from keras import ops


def degrees(y_true, y_pred):
    """How far the grating is turned from what is said, in degrees: half the angle between the two directions."""
    cosine = ops.clip(ops.sum(y_true * y_pred, axis=-1), -1.0, 1.0)  # (b)
    return ops.arccos(cosine) * (90 / 3.14159265)
