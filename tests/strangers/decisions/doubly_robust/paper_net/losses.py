from keras import ops


def doubly_robust(y_true, y_pred):
    """Minus the doubly robust estimate of what the policy softmax(y_pred) earns; (b,)."""
    action, reward, propensity, modelled = y_true[:, 0], y_true[:, 1], y_true[:, 2], y_true[:, 4:]
    taken = ops.one_hot(ops.cast(action, "int32"), y_pred.shape[-1])
    residual = (reward - ops.sum(taken * modelled, axis=-1)) / propensity
    estimate = modelled + taken * residual[:, None]  # (b, actions)
    return -ops.sum(ops.softmax(y_pred) * estimate, axis=-1)


def reward(y_true, y_pred):
    """1 where the policy's likeliest action is the right one; (b,)."""
    return ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), "float32"), y_true[:, 3]), "float32")
