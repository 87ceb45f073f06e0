from keras import ops


def relative(y_true, y_pred, scale):
    """The mean of ((y_true - y_pred) / scale)**2 over times and species; scale is one number a species."""
    error = (y_true - y_pred) / ops.convert_to_tensor(scale, dtype=y_pred.dtype)
    return ops.mean(error**2, axis=(-2, -1))
