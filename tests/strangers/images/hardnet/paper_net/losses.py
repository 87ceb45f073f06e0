from keras import ops


def distances(descriptors):
    """Of descriptors (b, 2, d), of length 1, the distance of each first from each second: (b, b); section 3.1."""
    products = ops.matmul(descriptors[:, 0], ops.transpose(descriptors[:, 1]))
    return ops.sqrt(ops.relu(2 - 2 * products) + 1e-6)


def hardest(descriptors, margin=1.0):
    """Equation 2: a pair is to be closer than the closest that is no pair, of its row and its column in the batch."""
    d = distances(descriptors)  # (b, b)
    same = ops.eye(ops.shape(d)[0], dtype=d.dtype)
    positive = ops.sum(same * d, axis=1)  # (b)
    others = d + 10 * same  # farther than any can be
    negative = ops.minimum(ops.min(others, axis=1), ops.min(others, axis=0))  # (b)
    return ops.relu(margin + positive - negative)


def hardest_in_batch(y_true, y_pred, margin=1.0):
    """The descriptors' own loss: there is no target, the other pairs of the batch are the negatives."""
    return hardest(y_pred, margin)


def matched(y_true, y_pred):
    """1 where the nearest of all second patches of the batch is the right one."""
    d = distances(y_pred)
    found = ops.cast(ops.argmin(d, axis=1), "int32")
    return ops.cast(ops.equal(found, ops.arange(ops.shape(d)[0], dtype="int32")), "float32")
