from keras import ops


def info_nce(demonstrated, others):
    """-log of the demonstrated action's share, e^-E over the sum of e^-E. (b), (b, n) to (b). Equation 2."""
    energies = ops.concatenate([demonstrated[:, None], others], axis=-1)
    return -ops.log_softmax(-energies, axis=-1)[:, 0]


def distance(y_true, y_pred):
    """From the action of the least energy on the grid to the closer of the two right ones. (b, 3), (b, g) to (b)."""
    best = ops.cast(ops.argmin(y_pred, axis=-1), "float32")
    action = 2 * best / (y_pred.shape[-1] - 1) - 1
    return ops.min(ops.abs(y_true[:, 1:] - action[:, None]), axis=-1)
