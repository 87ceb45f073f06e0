from keras import ops


def smape(y_true, y_pred):
    """Symmetric relative error, 0 … 200; the denominator is taken as it is, without a gradient."""
    size = ops.stop_gradient(ops.abs(y_true) + ops.abs(y_pred))
    return 200 * ops.mean(ops.abs(y_true - y_pred) / size, axis=-1)
