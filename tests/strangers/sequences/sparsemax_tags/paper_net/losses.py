from keras import ops


def threshold(scores):
    """Tau of the sparsemax: the largest k with 1 + k z_(k) > sum of the k largest; tau = (their sum - 1) / k."""
    scores = ops.convert_to_tensor(scores)  # (b, c)
    ordered = ops.flip(ops.sort(scores, axis=-1), axis=-1)
    total = ops.cumsum(ordered, axis=-1)
    count = ops.arange(1, scores.shape[-1] + 1, dtype=scores.dtype)
    inside = ops.cast(1 + count * ordered > total, scores.dtype)
    size = ops.sum(inside, axis=-1, keepdims=True)
    return (ops.sum(inside * ordered, axis=-1, keepdims=True) - 1) / size  # (b, 1)


def sparsemax(scores):
    """The point of the simplex that is nearest to the scores: max(0, z - tau)."""
    scores = ops.convert_to_tensor(scores)
    return ops.maximum(scores - threshold(scores), 0)


def sparsemax_loss(y_true, y_pred):
    """-q'z + sum of (z_j² - tau²) / 2 over the support + |q|² / 2, where q is uniform over the tags; equation 28."""
    q = ops.cast(y_true, y_pred.dtype)
    q = q / ops.maximum(ops.sum(q, axis=-1, keepdims=True), 1)
    tau = threshold(y_pred)
    inside = ops.cast(y_pred > tau, y_pred.dtype)
    support = 0.5 * ops.sum(inside * (y_pred**2 - tau**2), axis=-1)
    return support - ops.sum(q * y_pred, axis=-1) + 0.5 * ops.sum(q**2, axis=-1)


def best(y_true):
    """Scores whose sparsemax is uniform over the tags."""
    q = ops.cast(y_true, "float32")
    return q / ops.maximum(ops.sum(q, axis=-1, keepdims=True), 1) - 1 + ops.cast(q > 0, "float32")


def overlap(y_true, y_pred):
    """The tags in common of all that are true or foretold: foretold is what the sparsemax gives more than 0.1."""
    true, said = ops.cast(y_true, "float32"), ops.cast(sparsemax(y_pred) > 0.1, "float32")
    return ops.sum(true * said, axis=-1) / ops.sum(ops.maximum(true, said), axis=-1)
