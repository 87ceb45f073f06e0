from keras import ops


def of_hidden(y_true, y_pred):
    """Squared error of the hidden answers, for each person the mean of theirs."""
    answer, hidden = y_true[..., 0], y_true[..., 1]
    total = ops.sum(hidden * (answer - y_pred) ** 2, axis=-1)
    return total / ops.maximum(ops.sum(hidden, axis=-1), 1.0)


def points_off(y_true, y_pred):
    """How many of the seven points the hidden answers are missed by, on average."""
    answer, hidden = y_true[..., 0], y_true[..., 1]
    total = ops.sum(hidden * 3 * ops.abs(answer - y_pred), axis=-1)
    return total / ops.maximum(ops.sum(hidden, axis=-1), 1.0)
