from keras import ops


def of_members(y_true, y_pred):
    """The squared error of each member, averaged over the members; y_true is (b, 1)."""
    return ops.mean((y_true - y_pred) ** 2, axis=-1)  # (b)


def of_ensemble(y_true, y_pred):
    """The squared error of the members' mean."""
    return (y_true[..., 0] - ops.mean(y_pred, axis=-1)) ** 2  # (b)
