from keras import ops


def difference(y_true, y_pred):
    """log y* - log y where the sensor gave a depth, 0 elsewhere; and where that is. y_pred is a log depth."""
    valid = ops.cast(y_true > 0, y_pred.dtype)
    return valid * (y_pred - ops.log(ops.maximum(y_true, 1e-3))), valid


def scale_invariant(y_true, y_pred, share=0.5):
    """Scale-invariant error in log depth.

        D = mean(d²) - share * mean(d)²,   over the pixels with a depth

    Source: Eigen et al. 2014, Depth Map Prediction from a Single Image, arXiv 1406.2283, equation 4.
    """
    d, valid = difference(y_true, y_pred)
    axes = list(range(1, len(d.shape)))
    n = ops.maximum(ops.sum(valid, axis=axes), 1)
    return ops.sum(d**2, axis=axes) / n - share * (ops.sum(d, axis=axes) / n) ** 2  # (b)


def gradients(y_true, y_pred):
    """Mean squared differences of d between neighbours that both have a depth. From (b, h, w, 1) to (b)."""
    d, valid = difference(y_true, y_pred)
    down = (d[:, 1:] - d[:, :-1]) * valid[:, 1:] * valid[:, :-1]
    right = (d[:, :, 1:] - d[:, :, :-1]) * valid[:, :, 1:] * valid[:, :, :-1]
    n = ops.maximum(ops.sum(valid, axis=(1, 2, 3)), 1)
    return (ops.sum(down**2, axis=(1, 2, 3)) + ops.sum(right**2, axis=(1, 2, 3))) / n


def log_rmse(y_true, y_pred):
    """Root mean squared error in log depth of each image, over its pixels with a depth; a metric."""
    return ops.sqrt(scale_invariant(y_true, y_pred, share=0.0))
