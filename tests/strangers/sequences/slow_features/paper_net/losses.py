from keras import ops


def slowness(z):
    """How much features z (b, 2, d) change in a step, once the batch is whitened: a constant would have no variance 1."""
    flat = ops.reshape(z, (-1, z.shape[-1]))
    flat = flat - ops.mean(flat, axis=0)
    n = ops.cast(ops.shape(flat)[0], flat.dtype)
    root = ops.cholesky(ops.transpose(flat) @ flat / n + 1e-6 * ops.eye(z.shape[-1]))
    change = ops.solve_triangular(root, ops.transpose(z[:, 1] - z[:, 0]), lower=True)  # (d, b)
    return ops.mean(ops.sum(ops.square(change), axis=0))
