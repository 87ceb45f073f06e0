"""YOURS. What is minimised. Shapes: b batch, c classes, d values."""

from keras import ops


def balanced(y_true, y_pred, weights):
    """Cross-entropy in which a sample counts as much as its class is rare.

    Args:
        y_true: Int["b"], 0 … c - 1.
        y_pred: Float["b c"], logits.
        weights: one a class, about 1 / (c * its share), so that their mean over the samples is 1.

    Returns:
        Float["b"], >= 0.
    """
    hot = ops.one_hot(y_true, len(weights), dtype=y_pred.dtype)  # (b, c)
    weight = ops.sum(hot * ops.convert_to_tensor(weights, dtype=y_pred.dtype), axis=-1)  # (b)
    return -weight * ops.sum(hot * ops.log_softmax(y_pred, axis=-1), axis=-1)
