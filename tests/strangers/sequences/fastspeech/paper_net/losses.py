from keras import ops


def masked_l1(y_true, y_pred):
    """The absolute error of a spectrogram's frames; one that is 0 throughout is none.

    Args:
        y_true, y_pred: Float["b t c"].

    Returns:
        Float["b"], the mean over a sample's frames and bands.
    """
    there = ops.cast(ops.any(y_true != 0, axis=-1), y_pred.dtype)  # (b, t)
    error = ops.mean(ops.abs(y_true - y_pred), axis=-1)  # (b, t)
    return ops.sum(error * there, axis=-1) / ops.maximum(ops.sum(there, axis=-1), 1)
