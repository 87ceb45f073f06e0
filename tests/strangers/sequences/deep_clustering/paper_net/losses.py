from keras import ops


def affinity(y_true, y_pred):
    """How far the affinities of bins are from the ideal ones: |V V' - Y Y'|² / n², over the n bins that are not silent.

    Args:
        y_true: Float["b t f 2"], which source is the louder; zeros in a silent bin.
        y_pred: Float["b t f d"], unit vectors.

    Returns:
        Float["b"], >= 0.

    Source: Hershey et al. 2016, Deep clustering, equation 1, in the low-rank form.
    """
    y, v, n = audible(y_true, y_pred)

    def squared(a, b):  # |A' B|² of each sample
        return ops.sum(ops.square(ops.einsum("bnd,bne->bde", a, b)), axis=(1, 2))

    return (squared(v, v) - 2 * squared(v, y) + squared(y, y)) / ops.maximum(n, 1) ** 2


def audible(y_true, y_pred):
    """Y (b, n, 2) and V (b, n, d), both zero in silent bins, and how many others there are (b)."""
    y = ops.reshape(y_true, (-1, y_true.shape[1] * y_true.shape[2], 2))
    v = ops.reshape(y_pred, (-1, y_pred.shape[1] * y_pred.shape[2], y_pred.shape[-1]))
    there = ops.sum(y, axis=-1, keepdims=True)
    return y, v * there, ops.sum(there, axis=(1, 2))


def same_source(y_true, y_pred):
    """Share of the pairs of audible bins rightly told to be of one source or of two (cosine above 1/2)."""
    y, v, n = audible(y_true, y_pred)
    told = ops.einsum("bnd,bmd->bnm", v, v) > 0.5
    right = ops.cast(ops.equal(told, ops.einsum("bnd,bmd->bnm", y, y) > 0.5), "float32")
    there = ops.sum(y, axis=-1)
    right = right * there[:, :, None] * there[:, None, :]
    return ops.sum(right, axis=(1, 2)) / ops.maximum(n, 1) ** 2


def ideal(y_true, embedding=8):
    """The best embedding: the source itself, as one of d directions."""
    return ops.pad(y_true, [[0, 0], [0, 0], [0, 0], [0, embedding - 2]])
