from keras import ops


def weighted_bce(y_true, y_pred, weight=5.0):
    """Cross-entropy of each voxel, from logits; those of a nodule count `weight` times, as they are few.

    Args:
        y_true: Float["*b 1"], 0 or 1.
        y_pred: Float["*b 1"], logits.
        weight: of the ones.

    Returns:
        Float["*b"].
    """
    loss = weight * y_true * ops.softplus(-y_pred) + (1 - y_true) * ops.softplus(y_pred)
    return ops.mean(loss, axis=-1)
