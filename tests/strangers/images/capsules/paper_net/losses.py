from keras import ops


def margin(y_true, y_pred, least=0.9, most=0.1, absent=0.5):
    """Equation 4: the capsule of what is there longer than `least`, the others shorter than `most`."""
    there = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)  # (*b, c)
    short = ops.square(ops.relu(least - y_pred))
    long = ops.square(ops.relu(y_pred - most))
    return ops.sum(there * short + absent * (1 - there) * long, axis=-1)  # (*b)


def right(y_true):
    """The best prediction: length 1 of what is there, 0 of the others."""
    return ops.one_hot(y_true, 10, dtype="float32")
