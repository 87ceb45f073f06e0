from keras import ops


def negative_log(y_true, y_pred, weight=1.0):
    """-log of a density, which the network has already taken at y_true.

    Args:
        y_true: Float["b 1"], where; it is not needed.
        y_pred: Float["b 1"], the density there, > 0.
        weight: what it counts beside other losses.

    Returns:
        Float["b"].
    """
    return -weight * ops.log(y_pred[..., 0] + 1e-5)
