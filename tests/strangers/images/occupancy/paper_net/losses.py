"""What is judged by; minimised is Keras' binary cross-entropy."""

from keras import ops


def volume_iou(y_true, y_pred):
    """Intersection over union of the occupied query points, (b); logits."""
    found = ops.cast(y_pred > 0, "float32")
    shared, either = ops.sum(found * y_true, axis=-1), ops.sum(ops.maximum(found, y_true), axis=-1)
    return (shared + 1e-6) / (either + 1e-6)
