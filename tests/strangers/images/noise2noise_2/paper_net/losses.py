from keras import ops


def psnr(y_true, y_pred):
    """Peak signal-to-noise ratio of each image, in decibels; values in 0 … 1."""
    return -10 * ops.log10(ops.mean((y_true - y_pred) ** 2, axis=(1, 2, 3)) + 1e-10)
