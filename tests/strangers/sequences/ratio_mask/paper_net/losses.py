from keras import ops


def compressed_error(y_true, y_pred, power=0.3):
    """(clean**power - enhanced**power)², which hears quiet bins as well as loud ones; one value a frame, Float["b t"]."""
    clean, enhanced = ops.power(y_true + 1e-4, power), ops.power(ops.relu(y_pred) + 1e-4, power)
    return ops.mean(ops.square(clean - enhanced), axis=-1)


def snr(y_true, y_pred):
    """Decibels of the clean magnitudes over what is wrong with the enhanced ones: Float["b"]."""
    wrong = ops.sum(ops.square(y_true - y_pred), axis=(1, 2))
    return 10 * ops.log10(ops.sum(ops.square(y_true), axis=(1, 2)) / (wrong + 1e-9) + 1e-9)
