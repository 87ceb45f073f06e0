from keras import ops


def distance(z, centre):
    """Equation 4: squared distance from the centre."""
    return ops.sum((z - centre) ** 2, axis=-1)


def auc(outside, score):
    """Share of the pairs (outside, inside) in which the one outside has the larger score."""
    pairs = outside[:, None] * (1 - outside)[None, :]
    return ops.sum(pairs * ops.cast(score[:, None] > score[None, :], "float32")) / ops.maximum(ops.sum(pairs), 1.0)
