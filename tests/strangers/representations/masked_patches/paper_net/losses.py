from keras import ops


def unseen_error(patches, guess, order, visible):
    """Mean squared error of the patches behind the first `visible` of the order, a value a sample."""
    errors = ops.mean(ops.square(patches - guess), axis=-1)  # (b, p)
    unseen = ops.take_along_axis(errors, order[:, visible:], axis=1)  # (b, p - v)
    return ops.mean(unseen, axis=-1)
