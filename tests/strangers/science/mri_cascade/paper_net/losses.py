from keras import ops


def psnr(y_true, y_pred):
    """Peak signal-to-noise ratio of each complex image, whose largest magnitude is 1, in decibels."""
    error = ops.mean(ops.sum((y_true - y_pred) ** 2, axis=-1), axis=(1, 2))
    return -10 * ops.log10(error)
