from keras import ops


def whitened(features, epsilon=1e-6):
    """Mean zero, covariance one over the batch: L⁻¹(z - mean) with L Lᵀ the covariance."""
    centred = features - ops.mean(features, axis=0, keepdims=True)
    covariance = ops.transpose(centred) @ centred / ops.cast(ops.shape(features)[0], features.dtype)
    lower = ops.cholesky(covariance + epsilon * ops.eye(features.shape[-1], dtype=features.dtype))
    return ops.transpose(ops.solve_triangular(lower, ops.transpose(centred), lower=True))


def slowness(now, following):
    """Mean squared change of the features from one instant to the next, both whitened together."""
    together = whitened(ops.concatenate([now, following], axis=0))  # (2 b, f)
    before, after = ops.split(together, 2, axis=0)
    return ops.mean(ops.square(after - before))
