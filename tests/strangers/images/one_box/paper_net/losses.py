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


def areas(y_true, y_pred):
    """Of each pair of boxes (left, top, right, bottom): their intersection, their union, the box around both; (b)."""

    def area(low, high):
        return ops.prod(ops.maximum(high - low, 0.0), axis=-1)

    intersection = area(ops.maximum(y_true[:, :2], y_pred[:, :2]), ops.minimum(y_true[:, 2:], y_pred[:, 2:]))
    union = area(y_true[:, :2], y_true[:, 2:]) + area(y_pred[:, :2], y_pred[:, 2:]) - intersection
    hull = area(ops.minimum(y_true[:, :2], y_pred[:, :2]), ops.maximum(y_true[:, 2:], y_pred[:, 2:]))
    return intersection, union, hull


def generalized_iou(y_true, y_pred):
    """-1 … 1; unlike the IoU it tells boxes apart that do not meet. Source: Rezatofighi et al. 2019."""
    intersection, union, hull = areas(y_true, y_pred)
    return intersection / (union + 1e-7) - (hull - union) / (hull + 1e-7)


def iou(y_true, y_pred):
    intersection, union, _ = areas(y_true, y_pred)
    return intersection / (union + 1e-7)
