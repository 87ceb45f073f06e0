from keras import ops


def multi_similarity(y_true, y_pred, alpha=2.0, beta=50.0, base=0.5, margin=0.1):
    """Equations 11 to 14: mined pairs, weighted by how similar they are, and how much more than others."""
    similarity = ops.matmul(y_pred, ops.transpose(y_pred))  # (b, b)
    positive, negative = pairs(y_true)
    least = ops.min(ops.where(positive, similarity, 1e3), axis=1, keepdims=True)
    most = ops.max(ops.where(negative, similarity, -1e3), axis=1, keepdims=True)
    hard_positive = ops.cast(positive & (similarity < most + margin), y_pred.dtype)
    hard_negative = ops.cast(negative & (similarity > least - margin), y_pred.dtype)
    near = ops.log1p(ops.sum(hard_positive * ops.exp(-alpha * (similarity - base)), axis=1)) / alpha
    far = ops.log1p(ops.sum(hard_negative * ops.exp(beta * (similarity - base)), axis=1)) / beta
    return near + far


def recall_at_1(y_true, y_pred):
    """1 where the most similar of the others is of the same class."""
    similarity = ops.matmul(y_pred, ops.transpose(y_pred))
    similarity = similarity - 10.0 * ops.eye(ops.shape(y_pred)[0])  # a query is no answer to itself
    closest = ops.take(ops.reshape(y_true, (-1,)), ops.argmax(similarity, axis=1))
    return ops.cast(closest == ops.reshape(y_true, (-1,)), y_pred.dtype)


def pairs(y_true):
    """Which pairs are of one class, but not the same sample; which are of two."""
    y = ops.reshape(y_true, (-1, 1))
    same = y == ops.transpose(y)
    others = ops.logical_not(ops.cast(ops.eye(ops.shape(y)[0]), "bool"))
    return same & others, ops.logical_not(same)
