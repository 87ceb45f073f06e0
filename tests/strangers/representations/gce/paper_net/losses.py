"""Shapes: b batch, c classes."""

from keras import ops


def generalized_cross_entropy(y_true, y_pred, q=0.7):
    """(1 - p**q) / q, where p is the probability of the label: Zhang & Sabuncu 2018, equation 6.

    Args:
        y_true: Int["b"], labels.
        y_pred: Float["b c"], logits.
        q: above 0, at most 1.
    """
    p = ops.softmax(y_pred, axis=-1)
    p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=p.dtype) * p, axis=-1)  # (b)
    return (1 - p**q) / q
