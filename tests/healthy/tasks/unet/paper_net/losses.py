"""YOURS. What is minimised.

Shapes: b batch, h rows, w columns.
"""

from keras import ops


def dice(y_true, y_pred, smooth=1.0):
    """Soft Dice loss, a picture at a time.

        loss = 1 - (2 Σ y p + s) / (Σ y + Σ p + s)

    Args:
        y_true: Float["b h w 1"], 0 or 1.
        y_pred: Float["b h w 1"], the probability of 1.
        smooth: s, in pixels; keeps an empty picture defined.

    Returns:
        Float["b"], 0 where mask and prediction agree, below 1.

    Source: Milletari et al. 2016, V-Net, arXiv 1606.04797, without the squares.
    """
    y_true = ops.cast(y_true, y_pred.dtype)
    both = ops.sum(y_true * y_pred, axis=(1, 2, 3))  # (b)
    either = ops.sum(y_true, axis=(1, 2, 3)) + ops.sum(y_pred, axis=(1, 2, 3))
    return 1 - (2 * both + smooth) / (either + smooth)


def overlap(y_true, y_pred, threshold=0.5):
    """Intersection over union of mask and thresholded prediction, a picture at a time."""
    y_true, said = ops.cast(y_true > 0.5, "float32"), ops.cast(y_pred > threshold, "float32")
    both = ops.sum(y_true * said, axis=(1, 2, 3))
    union = ops.sum(ops.maximum(y_true, said), axis=(1, 2, 3))
    return (both + 1e-6) / (union + 1e-6)  # (b)
