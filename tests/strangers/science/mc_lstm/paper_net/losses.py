"""YOURS. What is minimised. Shapes: b batch, t days."""

from keras import ops


def nse(y_true, y_pred, epsilon=0.1):
    """(q - q̂)² / (s + epsilon)², s the deviation of the sample's discharge; one value a sample and day."""
    deviation = ops.std(y_true, axis=-1, keepdims=True)  # (b, 1)
    return (y_true - y_pred) ** 2 / (deviation + epsilon) ** 2


def right(y_true):
    return y_true
