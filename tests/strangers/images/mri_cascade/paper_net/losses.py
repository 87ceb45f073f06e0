from keras import ops


def psnr(y_true, y_pred):
    """Peak signal to noise ratio in dB, of images in 0 … 1."""
    error = ops.mean((y_true - y_pred) ** 2, axis=(1, 2, 3))
    return -10 * ops.log(error + 1e-10) / ops.log(10.0)
