from keras import ops


def segments(y_true, y_pred, smooth, limit):
    """Cross-entropy of the frames, and the squared, cut off jumps of their log-probabilities from frame to frame."""
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, t, classes)
    right = ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1], dtype=log_p.dtype)
    classified = -ops.mean(ops.sum(right * log_p, axis=-1), axis=-1)  # (b)
    return classified + smooth * jumps(log_p, limit)


def jumps(log_p, limit):
    """Truncated mean squared error over frames and classes; the frame before is taken as it is, without a gradient."""
    jump = ops.abs(log_p[:, 1:] - ops.stop_gradient(log_p[:, :-1]))
    return ops.mean(ops.minimum(jump, limit) ** 2, axis=(1, 2))  # (b)
