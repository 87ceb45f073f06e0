from keras import ops


def of_the_mean(y_true, y_pred):
    """How far the ensemble's mean is from the mean of what its members were told."""
    return ops.abs(ops.mean(y_true, axis=-1) - ops.mean(y_pred, axis=-1))


def disagreement(y_true, y_pred):
    """The standard deviation over the members: what the ensemble does not know."""
    return ops.std(y_pred, axis=-1)
