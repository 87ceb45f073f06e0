from keras import ops


def copied(y_true, y_pred):
    """1 where a whole word is copied without a mistake, else 0: Float["b"]."""
    wrong = ops.logical_and(
        ops.not_equal(y_true, -1), ops.not_equal(y_true, ops.cast(ops.argmax(y_pred, -1), y_true.dtype))
    )
    return 1 - ops.cast(ops.any(wrong, axis=-1), "float32")
