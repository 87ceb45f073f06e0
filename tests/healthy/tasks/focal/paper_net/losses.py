"""YOURS. What is minimised. Shapes: b batch."""

from keras import ops


def binary_focal(y_true, y_pred, gamma, alpha):
    """Focal loss of two classes: -a (1 - p)^gamma log p, p that of the true one; a is alpha for positives, else 1 - alpha.

    Args:
        y_true: Float["b 1"], 0 or 1.
        y_pred: Float["b 1"], logits.

    Returns:
        Float["b 1"], >= 0.
    """
    log_p = ops.log_sigmoid((2 * y_true - 1) * y_pred)
    weight = alpha * y_true + (1 - alpha) * (1 - y_true)
    return -weight * (1 - ops.exp(log_p)) ** gamma * log_p
