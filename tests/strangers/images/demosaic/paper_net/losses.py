from keras import ops


def psnr(y_true, y_pred):
    """Decibels of images in 0 … 1."""
    error = ops.mean((y_true - y_pred) ** 2, axis=(1, 2, 3))
    return -10 * ops.log10(error + 1e-10)
