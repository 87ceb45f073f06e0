"""YOURS. What is minimised. Shapes: b batch."""

from keras import ops


def contrastive(y_true, y_pred, margin=1.0):
    """Pulls pairs of one class together, pushes others apart up to a margin; Hadsell et al. 2006, equation 4, doubled.

    Args:
        y_true: Float["b"], 1 for a pair of one class, else 0.
        y_pred: Float["b"], a distance, >= 0.

    Returns:
        Float["b"], >= 0.
    """
    return y_true * ops.square(y_pred) + (1 - y_true) * ops.square(ops.maximum(margin - y_pred, 0.0))


def told_apart(y_true, y_pred, margin=1.0):
    """1 where the distance is on the right side of half the margin; Float["b"]."""
    return ops.cast(ops.equal(y_true > 0.5, y_pred < margin / 2), "float32")
