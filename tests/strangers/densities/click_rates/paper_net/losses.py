from keras import ops
from tensorflow.math import lgamma


def focal(y_true, y_pred, gamma=2.0):
    """Focal loss: cross-entropy that looks away from what is already well classified.

        loss = -(1 - p)**gamma * log(p),   p = softmax(y_pred)[y_true]

    Args:
        y_true: Int["*b"], the class, 0 … c - 1.
        y_pred: Float["*b c"], logits.
        gamma: 1 or more; the larger, the less the easy samples count. (0 would be cross-entropy.)

    Returns:
        Float["*b"], >= 0, at most the cross-entropy; 0 where the prediction is certain and right.

    Raises:
        ValueError: shapes that do not belong together, or gamma below 1, whose gradient is infinite at p = 1.

    Source: Lin et al. 2017, Focal Loss for Dense Object Detection, arXiv 1708.02002, equation 4.
    """
    if gamma < 1:
        raise ValueError(f"focal: gamma must be 1 or more. Received gamma={gamma}; for 0 take the cross-entropy.")
    if tuple(y_true.shape) != tuple(y_pred.shape)[:-1]:
        raise ValueError(
            "focal: expected y_true of shape (*b) and y_pred of shape (*b, classes). "
            f"Received y_true.shape={tuple(y_true.shape)}, y_pred.shape={tuple(y_pred.shape)}."
        )
    log_p = ops.log_softmax(y_pred, axis=-1)  # (*b, c)
    log_p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (*b)
    # 1 - p = -expm1(log p), which keeps its digits where p is close to 1
    return -((-ops.expm1(log_p)) ** gamma) * log_p


def beta_binomial(y_true, y_pred):
    """-log probability of so many clicks, where the rate itself has a beta distribution.

        C(n, k) B(k + a, n - k + b) / B(a, b),   a = c sigmoid(logit),  b = c sigmoid(-logit)

    Args:
        y_true: Float["b 2"], clicks k, shown n.
        y_pred: Float["b 2"], logit of the mean rate; log of the concentration c = a + b.

    Returns:
        Float["b"], >= 0.
    """
    k, n = y_true[:, 0], y_true[:, 1]
    c = ops.exp(y_pred[:, 1])
    a, b = c * ops.sigmoid(y_pred[:, 0]), c * ops.sigmoid(-y_pred[:, 0])
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return log_beta(a, b) - log_beta(k + a, n - k + b) - ways


def log_beta(a, b):
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def rate_error(y_true, y_pred):
    """Between the mean rate and the share that was clicked, absolute; Float["b"]."""
    return ops.abs(ops.sigmoid(y_pred[:, 0]) - y_true[:, 0] / y_true[:, 1])
