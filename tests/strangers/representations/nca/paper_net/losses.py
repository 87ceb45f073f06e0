from keras import ops


def neighbourhood(y_true, y_pred):
    """Minus the logarithm of the probability that a point's neighbour, drawn by distance, is of its class.

        p_ij = exp(-|z_i - z_j|²) / sum over k != i of exp(-|z_i - z_k|²),   loss_i = -log sum of p_ij, j of i's class

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b d"], the places z.

    Returns:
        Float["b"], >= 0.

    Source: Goldberger et al. 2004, equations 1, 2 and 6.
    """
    square = ops.sum(ops.square(y_pred[:, None] - y_pred[None]), axis=-1)  # (b, b)
    itself = ops.eye(ops.shape(y_pred)[0], dtype=square.dtype)
    logits = -square - 1e9 * itself
    same = ops.equal(y_true[:, None], y_true[None])
    of_class = ops.where(same, logits, -1e9)
    return ops.logsumexp(logits, axis=1) - ops.logsumexp(of_class, axis=1)


def nearest(y_true, y_pred):
    """1 where the nearest other point of the batch is of the same class."""
    square = ops.sum(ops.square(y_pred[:, None] - y_pred[None]), axis=-1)
    square = square + 1e9 * ops.eye(ops.shape(y_pred)[0], dtype=square.dtype)
    return ops.cast(ops.equal(y_true, ops.take(y_true, ops.argmin(square, axis=1))), "float32")
