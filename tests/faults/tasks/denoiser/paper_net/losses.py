"""YOURS. What is minimised. Shapes: b batch, h rows, w columns."""

from keras import ops


def charbonnier(y_true, y_pred, width=0.1):
    """A smooth absolute difference: quadratic below `width`, linear above; Charbonnier et al. 1994.

    Args:
        y_true: Float["b h w 1"].
        y_pred: Float["b h w 1"].
        width: where the one becomes the other.

    Returns:
        Float["b"], the mean over the image; 0 where both are the same.
    """
    difference = (y_pred - y_true) / width
    return width * ops.mean(ops.sqrt(1 + ops.square(difference)) - 1, axis=(1, 2, 3))
