"""YOURS. What is minimised, and what is judged by."""

from keras import ops


def exact(y_true, y_pred):
    """Share of the documents all of whose tags are right."""
    right = ops.equal(ops.cast(y_pred > 0.5, "float32"), ops.cast(y_true, "float32"))  # (b, tags)
    return ops.cast(ops.all(right, axis=-1), "float32")  # (b)
