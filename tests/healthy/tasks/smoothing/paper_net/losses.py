"""YOURS. What is minimised.

Shapes: b batch, c classes.
"""

from keras import ops


def smoothed(y_true, y_pred, smoothing=0.1):
    """Cross-entropy to labels that keep a little doubt.

        loss = -Σ q log softmax(y_pred),   q = (1 - ε) onehot + ε / c

    Args:
        y_true: Int["b"], the class, 0 … c - 1.
        y_pred: Float["b c"], logits.
        smoothing: ε, the share of the label that is spread over all classes.

    Returns:
        Float["b"]; not below the entropy of q, which is 0.5003 for ε = 0.1 and c = 10.

    Source: Szegedy et al. 2016, Rethinking the Inception Architecture, arXiv 1512.00567, section 7.
    """
    classes = y_pred.shape[-1]
    certain = ops.one_hot(ops.cast(y_true, "int32"), classes, dtype=y_pred.dtype)  # (b, c)
    q = (1 - smoothing) * certain + smoothing / classes
    return -ops.sum(q * ops.log_softmax(y_pred, axis=-1), axis=-1)  # (b)


def perfect_logits(y_true, classes=10, smoothing=0.1):
    """The logits whose softmax is q."""
    certain = ops.one_hot(ops.cast(y_true, "int32"), classes, dtype="float32")
    return ops.log((1 - smoothing) * certain + smoothing / classes)
