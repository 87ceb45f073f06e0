from keras import ops


def pairwise(y_true, y_pred):
    """Ishida et al. 2017, equation 10: sum over k ≠ ȳ of 1 / (1 + exp(g_k - g_ȳ)), ȳ the class that it is not."""
    classes = y_pred.shape[-1]
    excluded = ops.one_hot(ops.cast(y_true[:, 0], "int32"), classes, dtype=y_pred.dtype)  # (b, c)
    score = ops.sum(excluded * y_pred, axis=-1, keepdims=True)  # (b, 1)
    return ops.sum((1 - excluded) * ops.sigmoid(score - y_pred), axis=-1)  # (b)


def hit(y_true, y_pred):
    """1 where the largest score is the true class's, which stands in the second column."""
    truth = ops.cast(y_true[:, 1], "int32")
    return ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), "int32"), truth), "float32")
