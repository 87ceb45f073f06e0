def lost_revenue(y_true, y_pred):
    """What is not earned: minus the payment. y_true is not read. (b), (b) to (b)."""
    return -y_pred


def revenue(y_true, y_pred):
    return y_pred
