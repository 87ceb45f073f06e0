"""YOURS. What is minimised. Shapes: b batch; probabilities Float["b 1"]."""

import keras
from keras import ops


def own_crossentropy(y_true, y_pred):
    """-log p of what is true; Float["b"]."""
    y_true = ops.cast(y_true, y_pred.dtype)
    p = ops.clip(y_pred, keras.config.epsilon(), 1 - keras.config.epsilon())
    return ops.mean(-y_true * ops.log(p) - (1 - y_true) * ops.log(1 - p), axis=-1)


def balanced_crossentropy(y_true, y_pred, ill):
    """Cross-entropy in which the ill and the healthy weigh the same in all, a patient 1 on average.

    Args:
        ill: share of the ill, 0 … 1.
    """
    y_true = ops.cast(y_true, y_pred.dtype)
    weights = y_true * 0.5 / ill + (1 - y_true) * 0.5 / (1 - ill)
    return ops.mean(weights, axis=-1) * own_crossentropy(y_true, y_pred)
