from keras import ops


def corner_error(y_true, y_pred):
    """Section 5: the mean distance of the four corners from where they are, in pixels."""
    off = ops.reshape(y_pred - y_true, (-1, 4, 2))
    return ops.mean(ops.sqrt(ops.sum(ops.square(off), axis=-1)), axis=-1)  # (b)
