from keras import ops

EPSILON = 1e-6  # of the paper, squared: sqrt(x² + 1e-6) is 0.001 at its least


def absolute(x):
    """Equation 2: the absolute value, smooth at 0."""
    return ops.sqrt(ops.square(x) + EPSILON)


def matting(y_true, y_pred, weight=0.5):
    """Sections 4.1: alpha's error and the composition's, where the trimap says unknown; the mean of those pixels."""
    alpha, foreground = y_true[..., :1], y_true[..., 1:4]
    background, unknown = y_true[..., 4:7], y_true[..., 7]
    of_alpha = absolute(y_pred - alpha)[..., 0]  # (b, h, w)
    wrong = (y_pred - alpha) * foreground + (alpha - y_pred) * background
    of_composition = ops.mean(absolute(wrong), axis=-1)
    both = weight * of_alpha + (1 - weight) * of_composition
    return ops.sum(unknown * both, axis=(-2, -1)) / (ops.sum(unknown, axis=(-2, -1)) + EPSILON)  # (b)


def unknown_error(y_true, y_pred):
    """The mean absolute error of alpha where it is unknown."""
    unknown = y_true[..., 7]
    errors = ops.abs(y_pred - y_true[..., :1])[..., 0]
    return ops.sum(unknown * errors, axis=(-2, -1)) / (ops.sum(unknown, axis=(-2, -1)) + EPSILON)


def right(y_true):
    """The best prediction is the true alpha."""
    return y_true[..., :1]
