from keras import ops


def kernel_crossentropy(y_true, y_pred):
    """-sum over c of [y = c] log K_c + [y ≠ c] log(1 - K_c); from Int["b"] and Float["b c"] in 0 … 1 to Float["b"]."""
    right = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)
    k = ops.clip(y_pred, 1e-6, 1 - 1e-6)
    return -ops.sum(right * ops.log(k) + (1 - right) * ops.log(1 - k), axis=-1)
