"""What is minimised."""

from keras import ops


def cross_entropy(y_true, logits):
    one_hot = ops.one_hot(y_true, logits.shape[-1], dtype=logits.dtype)
    return -ops.sum(one_hot * ops.log_softmax(logits, axis=-1), axis=-1)


def selective(y_true, y_pred, coverage, weight, alpha):
    """SelectiveNet, equations 3 to 6.

    Args:
        y_true: (b,), classes.
        y_pred: (b, c + 1 + c): logits f, the selection g in 0 ... 1, auxiliary logits h.
        coverage: the share to be kept.
        weight: of the penalty for keeping less.
        alpha: share of the selective loss beside the auxiliary.
    """
    y_true = ops.reshape(y_true, (-1,))
    classes = (y_pred.shape[-1] - 1) // 2
    f, g, h = y_pred[:, :classes], y_pred[:, classes], y_pred[:, classes + 1 :]
    kept = ops.mean(g)
    risk = cross_entropy(y_true, f) * g / (kept + 1e-7)  # whose mean is the selective risk
    penalty = weight * ops.square(ops.relu(coverage - kept))
    return alpha * (risk + penalty) + (1 - alpha) * cross_entropy(y_true, h)
