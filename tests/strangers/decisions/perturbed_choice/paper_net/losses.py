from keras import ops


def fenchel_young(chosen, scores, noise):
    """F(θ) - <θ, y>, F the mean over the noise of the two largest of θ + Z. Berthet et al. 2020, section 3.3."""
    best, _ = ops.top_k(scores + noise, 2)  # (shakes, b, 2)
    return ops.mean(ops.sum(best, axis=-1), axis=0) - ops.sum(chosen * scores, axis=-1)  # (b)


def both_found(y_true, y_pred):
    """The share of the two chosen items among the two that score the most."""
    rank = ops.argsort(ops.argsort(-y_pred, axis=-1), axis=-1)
    return ops.sum(ops.cast(rank < 2, y_pred.dtype) * ops.cast(y_true, y_pred.dtype), axis=-1) / 2
