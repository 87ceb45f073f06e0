"""YOURS. What is minimised. Shapes: b batch, h rows, w columns, c classes."""

from keras import ops


def dice_cross_entropy(y_true, y_pred, dice_weight=1.0, smooth=1.0):
    """Cross-entropy of the pixels plus what is missing of the soft Dice overlap, averaged over the classes.

        loss = CE + dice_weight * (1 - Dice),   Dice = (2 Σ t p + smooth) / (Σ t + Σ p + smooth)

    Args:
        y_true: Int["b h w"], the class of each pixel.
        y_pred: Float["b h w c"], logits.
        dice_weight: of the second term.
        smooth: keeps the quotient of a class that does not occur at 1.

    Returns:
        Float["b"], >= 0.

    Source: Milletari et al. 2016, V-Net, arXiv 1606.04797, with the cross-entropy of nnU-Net.
    """
    truth = ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1], dtype=y_pred.dtype)  # (b, h, w, c)
    cross_entropy = -ops.mean(ops.sum(truth * ops.log_softmax(y_pred, axis=-1), axis=-1), axis=(1, 2))  # (b)
    share = ops.softmax(y_pred, axis=-1)  # (b, h, w, c)
    overlap = ops.sum(truth * share, axis=(1, 2))  # (b, c)
    sizes = ops.sum(truth, axis=(1, 2)) + ops.sum(share, axis=(1, 2))  # (b, c)
    dice = ops.mean((2 * overlap + smooth) / (sizes + smooth), axis=-1)  # (b)
    return cross_entropy + dice_weight * (1 - dice)


def iou(y_true, y_pred):
    """Intersection over union of the most likely classes, averaged over all but the background; Float["b"]."""
    classes = y_pred.shape[-1]
    truth = ops.one_hot(ops.cast(y_true, "int32"), classes)[..., 1:]  # (b, h, w, c - 1)
    found = ops.one_hot(ops.argmax(y_pred, axis=-1), classes)[..., 1:]
    both = ops.sum(truth * found, axis=(1, 2))  # (b, c - 1)
    either = ops.sum(ops.maximum(truth, found), axis=(1, 2))
    return ops.mean((both + 1e-6) / (either + 1e-6), axis=-1)  # (b)
