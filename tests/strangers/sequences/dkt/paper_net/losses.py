from keras import ops


def chosen(y_true, y_pred):
    """Of each step the logit of the skill that is asked for next, (b, t), and which steps there are, (b, t)."""
    skill = ops.cast(y_true[..., 0], "int32")
    there = ops.cast(skill >= 0, y_pred.dtype)
    hot = ops.one_hot(ops.maximum(skill, 0), y_pred.shape[-1], dtype=y_pred.dtype)  # (b, t, skills)
    return ops.sum(hot * y_pred, axis=-1), there


def next_answer(y_true, y_pred):
    """Cross-entropy of the next answer, given by the logit of its skill alone; the mean over a student's steps."""
    logit, there = chosen(y_true, y_pred)
    right = ops.cast(y_true[..., 1], y_pred.dtype)
    each = ops.softplus(logit) - right * logit  # -log p, or -log(1 - p)
    return ops.sum(there * each, axis=-1) / ops.sum(there, axis=-1)


def foreseen(y_true, y_pred):
    """Share of the next answers that are rightly foreseen to be right or wrong."""
    logit, there = chosen(y_true, y_pred)
    hit = ops.cast((logit > 0) == (ops.cast(y_true[..., 1], "int32") == 1), y_pred.dtype)
    return ops.sum(there * hit, axis=-1) / ops.sum(there, axis=-1)
