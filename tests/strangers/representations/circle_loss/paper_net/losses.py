"""Circle loss (Sun et al. 2020), of a batch of embeddings and their classes."""

from keras import ops


def of_similarities(similarity, same, different, margin, gamma):
    """log(1 + sum_j exp(gamma a_n (s_n - m)) sum_i exp(-gamma a_p (s_p - (1 - m)))), of each row. Equations 6 to 8.

    Args:
        similarity: Float["a b"], cosines of anchors with others.
        same: Float["a b"], 1 where the pair is of one class.
        different: Float["a b"], 1 where it is of two.
    """
    a_p = ops.stop_gradient(ops.relu(1 + margin - similarity))
    a_n = ops.stop_gradient(ops.relu(similarity + margin))
    positive = -gamma * a_p * (similarity - (1 - margin))
    negative = gamma * a_n * (similarity - margin)
    total_p = ops.logsumexp(ops.where(same > 0, positive, -1e9), axis=1)  # (a)
    total_n = ops.logsumexp(ops.where(different > 0, negative, -1e9), axis=1)
    return ops.softplus(total_p + total_n)


def circle(y_true, y_pred, margin, gamma):
    """One value for each anchor, against all the others of the batch."""
    y = ops.reshape(y_true, (-1,))
    one_class = ops.cast(y[:, None] == y[None, :], y_pred.dtype)  # (b, b)
    itself = ops.eye(ops.shape(y)[0], dtype=y_pred.dtype)
    return of_similarities(cosines(y_pred), one_class - itself, 1 - one_class, margin, gamma)


def cosines(z):
    return ops.matmul(z, ops.transpose(z))  # (b, b)


def nearest_is_same(y_true, y_pred):
    """Recall at 1: is the nearest other sample of the batch of the same class?"""
    y = ops.reshape(y_true, (-1,))
    others = cosines(y_pred) - 10 * ops.eye(ops.shape(y)[0], dtype=y_pred.dtype)
    return ops.cast(ops.take(y, ops.argmax(others, axis=1)) == y, "float32")
