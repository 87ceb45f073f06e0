"""YOURS. What is minimised. Shapes: *b any leading axes, c classes."""

import numpy as np
from keras import ops

# How many of a hundred samples are of each kind in the field, where the network will be used.
FIELD = np.float32([16, 14, 12, 10, 10, 10, 8, 8, 6, 6])


def own_crossentropy(y_true, y_pred):
    """-log p of the true class; Int["*b"], logits Float["*b c"] -> Float["*b"]."""
    log_p = ops.log_softmax(y_pred, axis=-1)
    chosen = ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1])
    return -ops.sum(chosen * log_p, axis=-1)


def class_weighted(y_true, y_pred):
    """Cross-entropy in which each kind counts as much as it occurs in the field; mean weight 1."""
    weights = FIELD / FIELD.mean()
    return ops.take(weights, ops.cast(y_true, "int32")) * own_crossentropy(y_true, y_pred)


def brier(y_true, y_pred):
    """Squared distance of the probabilities from the one-hot target."""
    chosen = ops.one_hot(ops.cast(y_true, "int32"), y_pred.shape[-1])
    return ops.sum(ops.square(chosen - ops.softmax(y_pred, axis=-1)), axis=-1)
