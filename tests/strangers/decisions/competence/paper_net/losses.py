from keras import ops


def competence(update, steps, first):
    """How hard samples may be at an update, 0 … 1: sqrt(t (1 - c0²) / T + c0²), at most 1."""
    update = ops.cast(update, "float32")
    return ops.minimum(1.0, ops.sqrt(update * (1 - first**2) / steps + first**2))


def correct(y_true, y_pred):
    """1 where the likeliest answer is right; (b,)."""
    return ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), "float32"), y_true[:, 0]), "float32")
