from keras import ops


def clamped(y_true, y_pred, delta=0.1):
    """Absolute error of distances, both clamped to ± delta, so that the network's effort goes near the surface.

    Args:
        y_true, y_pred: Float["b 1"], signed distances.

    Source: Park et al. 2019, DeepSDF, equation 4.
    """
    return ops.mean(ops.abs(ops.clip(y_pred, -delta, delta) - ops.clip(y_true, -delta, delta)), axis=-1)


def same_side(y_true, y_pred):
    """1 where the point is rightly put inside or outside."""
    return ops.cast(y_true[:, 0] * y_pred[:, 0] > 0, y_pred.dtype)
