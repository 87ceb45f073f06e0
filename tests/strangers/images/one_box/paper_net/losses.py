from keras import ops


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
