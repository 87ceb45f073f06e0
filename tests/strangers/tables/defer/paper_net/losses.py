from keras import ops


def deferral(y_true, y_pred, alpha):
    """-(alpha 1[m = y] + 1[m != y]) log g_y - 1[m = y] log g_defer, g the softmax over classes and deferring.

    Args:
        y_true: Int["b 2"], the class y and what the expert said, m.
        y_pred: Float["b classes+1"], logits; the last is to defer.
        alpha: weight of the class where the expert is right as well.
    """
    y, m = ops.cast(y_true[:, 0], "int32"), ops.cast(y_true[:, 1], "int32")
    log_g = ops.log_softmax(y_pred, axis=-1)
    of_class = ops.sum(ops.one_hot(y, y_pred.shape[-1]) * log_g, axis=-1)
    right = ops.cast(m == y, log_g.dtype)
    return -(alpha * right + 1 - right) * of_class - right * log_g[:, -1]


def deferred(y_true, y_pred):
    """1 where the expert is asked."""
    return ops.cast(ops.argmax(y_pred, axis=-1) == y_pred.shape[-1] - 1, "float32")


def system(y_true, y_pred):
    """1 where the network, or the expert if he is asked, is right."""
    y_true = ops.cast(y_true, "int32")
    asked = deferred(y_true, y_pred)
    own = ops.cast(ops.argmax(y_pred[:, :-1], axis=-1), "int32") == y_true[:, 0]
    expert = y_true[:, 1] == y_true[:, 0]
    return asked * ops.cast(expert, "float32") + (1 - asked) * ops.cast(own, "float32")
