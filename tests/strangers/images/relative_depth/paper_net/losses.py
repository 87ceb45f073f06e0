from keras import ops


def at(values, row, column):
    """values (b, h, w, 1) at the pixels (b, pairs)."""
    width = values.shape[2]
    flat = ops.reshape(values, (-1, values.shape[1] * width))
    return ops.take_along_axis(flat, row * width + column, axis=1)  # (b, pairs)


def difference(y_true, y_pred):
    """Closeness of i minus that of j, and their relation, each (b, pairs)."""
    y_true = ops.cast(y_true, "int32")
    i, j = at(y_pred, y_true[..., 0], y_true[..., 1]), at(y_pred, y_true[..., 2], y_true[..., 3])
    return i - j, ops.cast(y_true[..., 4], y_pred.dtype)


def ranking(y_true, y_pred):
    """log(1 + exp(-r (z_i - z_j))) where i is closer (r = 1) or further (-1), (z_i - z_j)² where they are equal (0).

    Args:
        y_true: Int["b pairs 5"], rows, columns and the relation r.
        y_pred: Float["b h w 1"], z: the larger, the closer.

    Source: Chen et al. 2016, arXiv 1604.03901, equation 2.
    """
    z, relation = difference(y_true, y_pred)
    return ops.mean(ops.where(relation == 0, z**2, ops.softplus(-relation * z)), axis=-1)


def ordered(y_true, y_pred):
    """Share of the pairs at unequal depths whose order is right (their WKDR is one minus this)."""
    z, relation = difference(y_true, y_pred)
    unequal = ops.cast(relation != 0, z.dtype)
    return ops.sum(unequal * ops.cast(relation * z > 0, z.dtype), axis=-1) / ops.maximum(ops.sum(unequal, axis=-1), 1)
