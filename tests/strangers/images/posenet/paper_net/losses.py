from keras import ops


def distance(y_true, y_pred):
    """|x - x*|, Euclidean; Float["b c"], twice → Float["b"]."""
    return ops.sqrt(ops.sum(ops.square(y_true - y_pred), axis=-1) + 1e-9)


def rotation(y_true, y_pred, beta):
    """beta |q* / |q*| - q|, of quaternions.

    Source: Kendall et al. 2015, arXiv 1505.07427, equation 2.
    """
    return beta * distance(y_true / ops.norm(y_true, axis=-1, keepdims=True), y_pred)


def degrees(y_true, y_pred):
    """The angle between the two rotations, in degrees."""
    y_pred = y_pred / ops.norm(y_pred, axis=-1, keepdims=True)
    same = ops.clip(ops.abs(ops.sum(y_true * y_pred, axis=-1)), 0, 1 - 1e-7)
    return 2 * ops.arccos(same) * 180 / 3.14159265
