"""YOURS. What is minimised.

Shapes: b batch.
"""

from keras import ops


def contrastive(y_true, y_pred, margin=1.0):
    """Contrastive loss: like pairs are pulled together, unlike ones pushed apart up to a margin.

        loss = y d² + (1 - y) max(0, margin - d)²

    Args:
        y_true: Float["b 1"], 1 for a pair of one class, 0 for a pair of two.
        y_pred: Float["b 1"], the distance d of their codes, >= 0.
        margin: the distance beyond which an unlike pair costs nothing.

    Returns:
        Float["b"], >= 0.

    Source: Hadsell, Chopra & LeCun 2006, Dimensionality Reduction by Learning an Invariant Mapping, equation 4.
    """
    y_true = ops.cast(y_true, y_pred.dtype)
    pull = y_true * ops.square(y_pred)
    push = (1 - y_true) * ops.square(ops.relu(margin - y_pred))
    return ops.mean(pull + push, axis=-1)  # (b)


def perfect_distance(y_true, margin=1.0):
    """What leaves nothing to be desired: no distance within a class, the margin between two."""
    return margin * (1 - y_true)


def pair_accuracy(y_true, y_pred, threshold=0.5):
    """Share of the pairs told rightly; the threshold, half the margin, is fixed beforehand."""
    said_same = ops.cast(y_pred < threshold, y_pred.dtype)
    return ops.mean(ops.cast(ops.equal(said_same, ops.cast(y_true, y_pred.dtype)), "float32"), axis=-1)
