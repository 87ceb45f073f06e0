from keras import ops


def total_correlation(a, b, ridge):
    """The sum of the canonical correlations of two views: the trace norm of S11^-1/2 S12 S22^-1/2.

    Args:
        a, b: Float["b k"], what the two networks answer.
        ridge: added to the diagonals of S11 and S22.

    Returns:
        A number, 0 … k.

    Source: Andrew et al. 2013, section 3, equation 10.
    """
    n = ops.cast(ops.shape(a)[0], a.dtype)
    a, b = a - ops.mean(a, axis=0, keepdims=True), b - ops.mean(b, axis=0, keepdims=True)
    eye = ridge * ops.eye(a.shape[-1], dtype=a.dtype)
    s11 = ops.matmul(ops.transpose(a), a) / (n - 1) + eye
    s22 = ops.matmul(ops.transpose(b), b) / (n - 1) + eye
    s12 = ops.matmul(ops.transpose(a), b) / (n - 1)
    # with Cholesky's factors in the place of the roots the singular values are the same
    half = ops.linalg.solve_triangular(ops.cholesky(s11), s12, lower=True)  # (k, k)
    t = ops.linalg.solve_triangular(ops.cholesky(s22), ops.transpose(half), lower=True)
    return ops.sum(ops.svd(t, compute_uv=False))
