from keras import ops


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


def weibull(y_true, y_pred):
    """Negative log-likelihood of a Weibull time, some of which are censored.

        survival S(t) = exp(-(t / scale)**shape),   hazard h(t) = shape / t (t / scale)**shape
        loss = -event log h(t) - log S(t)

    Args:
        y_true: Float["b 2"], the time and 1 for a failure, 0 for one that was still running.
        y_pred: Float["b 2"], log scale and log shape.

    Returns:
        Float["b"].
    """
    time, event = y_true[:, 0], y_true[:, 1]
    log_scale, log_shape = y_pred[:, 0], y_pred[:, 1]
    log_cumulative = ops.exp(log_shape) * (ops.log(time) - log_scale)  # of the hazard
    log_hazard = log_shape - ops.log(time) + log_cumulative
    return ops.exp(log_cumulative) - event * log_hazard


def excess(y_true, y_pred):
    """Failures that were expected until each machine was last seen, less those that happened: 0 on average."""
    log_cumulative = ops.exp(y_pred[:, 1]) * (ops.log(y_true[:, 0]) - y_pred[:, 0])
    return ops.exp(log_cumulative) - y_true[:, 1]


def concordance(y_true, y_pred):
    """Of a batch: in which share of the comparable pairs does the one with the smaller scale fail first?"""
    time, event, scale = y_true[:, 0], y_true[:, 1], y_pred[:, 0]
    comparable = ops.cast((time[:, None] < time[None, :]) & (event[:, None] > 0), scale.dtype)
    right = ops.cast(scale[:, None] < scale[None, :], scale.dtype)
    return ops.sum(comparable * right) / ops.maximum(ops.sum(comparable), 1)
