from keras import ops


def pairs(y_true, y_pred):
    """Cosines of all pairs of the batch, (b, b), and where a pair is of one class, and of two."""
    label = ops.reshape(y_true, (-1, 1))
    same = ops.cast(ops.equal(label, ops.transpose(label)), y_pred.dtype)
    others = 1 - ops.eye(ops.shape(y_pred)[0], dtype=y_pred.dtype)
    return y_pred @ ops.transpose(y_pred), same * others, 1 - same


def soft_histogram(similarities, weights, steps):
    """Equation 2: each similarity is shared by the two nodes beside it, `steps` from -1 to 1; sums to one."""
    nodes = ops.linspace(-1.0, 1.0, steps)
    gap = 2 / (steps - 1)
    shares = ops.relu(1 - ops.abs(ops.reshape(similarities, (-1, 1)) - nodes) / gap)  # (b * b, steps)
    counts = ops.sum(ops.reshape(weights, (-1, 1)) * shares, axis=0)
    return counts / ops.maximum(ops.sum(weights), 1)


def histogram(y_true, y_pred, steps):
    """Equation 4: sum over r of h⁻_r · (sum over q ≤ r of h⁺_q), the batch's, given to each of its samples."""
    similarities, positive, negative = pairs(y_true, y_pred)
    similarities = ops.clip(similarities, -1, 1)
    cumulated = ops.cumsum(soft_histogram(similarities, positive, steps))
    reverse = ops.sum(soft_histogram(similarities, negative, steps) * cumulated)
    return ops.broadcast_to(reverse, (ops.shape(y_pred)[0],))


def nearest(y_true, y_pred):
    """1 where the nearest other sample of the batch is of the same class."""
    similarities, positive, _ = pairs(y_true, y_pred)
    similarities = similarities - 4 * ops.eye(ops.shape(y_pred)[0], dtype=y_pred.dtype)
    return ops.take_along_axis(positive, ops.argmax(similarities, axis=-1)[:, None], axis=-1)[:, 0]
