"""YOURS. What is minimised.

Shapes: b batch.
"""

from keras import ops


def contrastive(y_true, y_pred, margin=1.0):
    """Contrastive loss: same pairs are drawn together, others pushed apart up to a margin.

        loss = y d² + (1 - y) max(0, margin - d)²

    Args:
        y_true: Float["b"] or Float["b 1"], 1 for a pair of the same class, else 0.
        y_pred: Float["b 1"], distances d, >= 0.
        margin: distance beyond which other pairs are left alone.

    Returns:
        Float["b"], >= 0.

    Source: Hadsell, Chopra & LeCun 2006, CVPR.
    """
    same = ops.reshape(ops.cast(y_true, y_pred.dtype), (-1,))
    distance = ops.reshape(y_pred, (-1,))
    return same * distance**2 + (1 - same) * ops.maximum(0.0, margin - distance) ** 2
