from keras import ops


def dice_and_crossentropy(y_true, y_pred, share=0.5, smooth=1.0):
    """Soft Dice of each image's mask, which the few pixels of it decide, and cross-entropy of each pixel.

        loss = share * (1 - (2 sum(p y) + smooth) / (sum(p) + sum(y) + smooth)) + (1 - share) * mean(cross-entropy)

    Args:
        y_true: Float["b h w 1"], 0 or 1.
        y_pred: Float["b h w 1"], logits.
        share: of Dice.
        smooth: keeps the share defined where there is nothing.

    Returns:
        Float["b"], >= 0.
    """
    p = ops.sigmoid(y_pred)
    axes = (1, 2, 3)
    overlap = 2 * ops.sum(p * y_true, axis=axes) + smooth
    dice = 1 - overlap / (ops.sum(p, axis=axes) + ops.sum(y_true, axis=axes) + smooth)
    crossentropy = ops.mean(ops.softplus(y_pred) - y_true * y_pred, axis=axes)
    return share * dice + (1 - share) * crossentropy


def certain(y_true):
    """Logits that say the mask without a doubt."""
    return 30 * (2 * y_true - 1)


def iou(y_true, y_pred):
    """Intersection over union of each image's mask and the pixels above a half."""
    said, there = y_pred > 0, y_true > 0.5
    both, any_of_both = (ops.sum(ops.cast(these, "float32"), axis=(1, 2, 3)) for these in (said & there, said | there))
    return both / ops.maximum(any_of_both, 1)
