from keras import ops


def deviance(y_true, y_pred):
    """Poisson deviance, by which actuaries judge: 2 (y log(y / mu) - y + mu), 0 where each count is met: Float["b"]."""
    y_true, y_pred = y_true[..., 0], y_pred[..., 0]
    log = ops.log(ops.maximum(y_true, 1e-6) / ops.maximum(y_pred, 1e-6))
    return 2 * (y_true * log - y_true + y_pred)
