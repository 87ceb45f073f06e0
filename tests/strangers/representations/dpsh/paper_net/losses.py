from keras import ops


def pairwise_hashing(y_true, y_pred, eta=0.1):
    """Negative log-likelihood of which pairs of the batch are alike, and how far the numbers are from their signs.

        loss_i = mean over j != i of log(1 + exp(theta_ij)) - s_ij theta_ij, + eta |sign(u_i) - u_i|² / bits
        theta_ij = u_i · u_j / 2,   s_ij = 1 if i and j are of one class, else 0

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b bits"], u.
        eta: weight of the quantization.

    Returns:
        Float["b"], 0 or more.

    Source: Li et al. 2016, equations 1 and 5.
    """
    theta = ops.matmul(y_pred, ops.transpose(y_pred)) / 2  # (b, b)
    alike = ops.cast(y_true[:, None] == y_true[None, :], theta.dtype)  # (b, b)
    others = 1 - ops.eye(ops.shape(theta)[0], dtype=theta.dtype)
    pairs = ops.sum(others * (ops.softplus(theta) - alike * theta), axis=-1)  # (b)
    pairs = pairs / ops.maximum(ops.sum(others, axis=-1), 1.0)
    return pairs + eta * ops.mean((ops.sign(y_pred) - y_pred) ** 2, axis=-1)


def average_precision(y_true, y_pred):
    """Of each sample of the batch as a query, the others ranked by the Hamming distance of their codes."""
    signs = ops.sign(y_pred)
    near = ops.matmul(signs, ops.transpose(signs))  # (b, b), the larger, the nearer
    near = near - 1e9 * ops.eye(ops.shape(near)[0], dtype=near.dtype)  # the query itself comes last
    order = ops.argsort(-near, axis=-1)[:, :-1]
    hits = ops.cast(ops.take(y_true, order, axis=0) == y_true[:, None], near.dtype)  # (b, b - 1)
    places = ops.cast(ops.arange(1, ops.shape(hits)[1] + 1), near.dtype)
    precision = ops.cumsum(hits, axis=-1) / places
    return ops.sum(precision * hits, axis=-1) / ops.maximum(ops.sum(hits, axis=-1), 1.0)
