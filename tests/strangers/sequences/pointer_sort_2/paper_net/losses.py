"""What is judged beside the cross-entropy."""

from keras import ops


def whole(y_true, y_pred):
    """1 where every pointer of a sequence is right."""
    right = ops.cast(ops.argmax(y_pred, axis=-1), "int32") == ops.cast(y_true, "int32")  # (b, n)
    return ops.cast(ops.all(right, axis=-1), "float32")
