from keras import ops


def multinomial(y_true, y_pred):
    """-sum k log softmax(y_pred) / sum k: from counts Float["b c"] and logits Float["b c"] to Float["b"]."""
    log_p = ops.log_softmax(y_pred, axis=-1)
    return -ops.sum(y_true * log_p, axis=-1) / ops.maximum(ops.sum(y_true, axis=-1), 1.0)


def shares(y_true):
    """The logits that are best for these counts."""
    return ops.log(ops.maximum(y_true, 1e-7))


def share_error(y_true, y_pred):
    """Half the sum of the shares' absolute errors: what part of the guests is expected at another dish."""
    share = y_true / ops.maximum(ops.sum(y_true, axis=-1, keepdims=True), 1.0)
    return ops.sum(ops.abs(share - ops.softmax(y_pred, axis=-1)), axis=-1) / 2
