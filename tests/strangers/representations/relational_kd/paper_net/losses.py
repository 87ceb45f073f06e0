"""Relational knowledge distillation (Park et al. 2019): RKD-DA."""

from keras import ops


def distances(z):
    """Euclidean distances of all pairs, over their mean. Equation 4 and 5.

    Args:
        z: Float["b e"], embeddings.

    Returns:
        Float["b b"], whose mean off the diagonal is 1.
    """
    squares = ops.sum((z[:, None] - z[None]) ** 2, axis=-1)
    apart = ops.cast(squares > 0, squares.dtype)
    d = ops.sqrt(ops.maximum(squares, 1e-12)) * apart  # (b, b)
    return d / ops.maximum(ops.sum(d) / ops.maximum(ops.sum(apart), 1), 1e-6)


def cosines(z):
    """Cosines of the angles of all triplets, Float["b b b"]: at [i, j, k] of the angle j, i, k."""
    e = z[None] - z[:, None]  # (b, b, e): from i to j
    e = e / ops.sqrt(ops.maximum(ops.sum(e**2, axis=-1, keepdims=True), 1e-12))
    return ops.einsum("ije,ike->ijk", e, e)


def cosines_at(z, vertex):
    return cosines(z)[vertex]


def huber(error):
    size = ops.abs(error)
    return ops.where(size < 1, 0.5 * size**2, size - 0.5)


def relational(y_true, y_pred, distance, angle):
    """One value for each sample: distance · of its pairs + angle · of the angles at it."""
    teacher = y_true[:, :-1]
    pairs = ops.mean(huber(distances(y_pred) - distances(teacher)), axis=1)
    angles = ops.mean(huber(cosines(y_pred) - cosines(teacher)), axis=(1, 2))
    return distance * pairs + angle * angles


def as_the_teacher(y_true):
    return y_true[:, :-1]


def nearest_is_same(y_true, y_pred):
    """Recall at 1: is the nearest other sample of the batch of the same digit?"""
    digit = y_true[:, -1]
    d = distances(y_pred) + 1e3 * ops.eye(ops.shape(y_pred)[0], dtype=y_pred.dtype)
    return ops.cast(ops.take(digit, ops.argmin(d, axis=1)) == digit, "float32")
