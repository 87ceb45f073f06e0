from keras import ops


def corn(y_true, y_pred):
    """Sum over the conditional tasks, of which a sample takes part in those it reaches: Shi et al. 2021, equation 6."""
    tasks = ops.arange(y_pred.shape[-1], dtype="int32")  # (k - 1)
    grade = ops.cast(y_true, "int32")[:, None]  # (b, 1)
    reaches = ops.cast(grade >= tasks, "float32")  # (b, k - 1)
    exceeds = ops.cast(grade > tasks, "float32")
    log_p, log_not = ops.log_sigmoid(y_pred), ops.log_sigmoid(-y_pred)
    return -ops.sum(reaches * (exceeds * log_p + (1.0 - exceeds) * log_not), axis=-1)  # (b)


def grades_off(y_true, y_pred):
    """Distance of the true grade from the number of tasks whose chained probability is above 1/2: equation 5."""
    chained = ops.cumprod(ops.sigmoid(y_pred), axis=-1)  # (b, k - 1)
    guess = ops.sum(ops.cast(chained > 0.5, "float32"), axis=-1)
    return ops.abs(guess - ops.cast(y_true, "float32"))
