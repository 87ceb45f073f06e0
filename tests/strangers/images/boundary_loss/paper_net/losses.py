from keras import ops


def dice(mask, p):
    """Twice what both have, as a share of what each has."""
    both = ops.sum(mask * p, axis=(1, 2))
    return (2 * both + 1e-5) / (ops.sum(mask, axis=(1, 2)) + ops.sum(p, axis=(1, 2)) + 1e-5)


def dice_boundary(y_true, y_pred, weight):
    """Dice loss and, by `weight`, the boundary loss: the mean of the signed distance where a lesion is predicted."""
    mask, distance = y_true[..., 0], y_true[..., 1]
    p = y_pred[..., 0]
    return 1 - dice(mask, p) + weight * ops.mean(distance * p, axis=(1, 2))


def hard_dice(y_true, y_pred):
    """Dice of the mask that the network draws at one half."""
    return dice(y_true[..., 0], ops.cast(y_pred[..., 0] > 0.5, y_true.dtype))
