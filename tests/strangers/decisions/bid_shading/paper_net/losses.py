from keras import ops


def smooth_surplus(y_true, y_pred, softness):
    """Minus value less bid, times how nearly the bid wins: -(v - b) sigmoid((b - m) / softness); (b,)."""
    value, others, bid = y_true[:, 0], y_true[:, 1], y_pred[:, 0]
    return -(value - bid) * ops.sigmoid((bid - others) / softness)


def surplus(y_true, y_pred):
    """What is really earned: value less bid where the bid is the highest, else nothing; (b,)."""
    value, others, bid = y_true[:, 0], y_true[:, 1], y_pred[:, 0]
    return ops.where(bid > others, value - bid, 0.0)
