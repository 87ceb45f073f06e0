from keras import ops


def distance(head, relation, tail):
    """How far head and relation together are from the tail (Bordes et al. 2013, d with L1)."""
    return ops.sum(ops.abs(head + relation - tail), axis=-1)


def margin_ranking(true, corrupted, margin):
    """The hinge of equation 1, one value a sample."""
    return ops.relu(margin + true - corrupted)


def hit(distances, tail, best):
    """1 where the tail is among the `best` nearest of all entities."""
    own = ops.take_along_axis(distances, ops.cast(tail, "int32")[:, None], axis=1)  # (b, 1)
    nearer = ops.sum(ops.cast(distances < own, "int32"), axis=1)  # (b)
    return ops.cast(nearer < best, "float32")
