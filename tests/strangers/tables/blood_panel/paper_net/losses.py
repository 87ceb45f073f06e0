from keras import ops


def asked_error(y_true, y_pred):
    """Squared errors, summed over the tests that are asked; of a person of whom none is asked 0."""
    return ops.sum(y_true[..., 1] * ops.square(y_true[..., 0] - y_pred), axis=-1)
