from keras import ops


def ordered(y_true, y_pred):
    """Share of pairs, one new and one known, in which the new one scores higher; 0.5 where a batch has none."""
    new = ops.cast(ops.reshape(y_true, (-1, 1)), "float32")
    known = 1 - ops.reshape(ops.cast(y_true, "float32"), (1, -1))
    score = ops.cast(y_pred, "float32")
    higher = ops.cast(ops.reshape(score, (-1, 1)) > ops.reshape(score, (1, -1)), "float32")
    pairs = ops.sum(new * known)
    share = ops.where(pairs > 0, ops.sum(new * known * higher) / ops.maximum(pairs, 1), 0.5)
    return share * ops.ones_like(score)
