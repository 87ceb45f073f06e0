from keras import ops


def cosine(y_true, y_pred):
    """1 - n · n' of unit normals, Float["b 3"] each → Float["b"]; Chen et al. 2018, equation 3."""
    return 1 - ops.sum(y_true * y_pred, axis=-1)


def degrees(y_true, y_pred):
    """The angle between the normals."""
    return ops.arccos(ops.clip(ops.sum(y_true * y_pred, axis=-1), -1.0, 1.0)) * (180 / 3.141592653589793)
