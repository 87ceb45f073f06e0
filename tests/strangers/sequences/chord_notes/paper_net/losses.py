"""What is judged beside the cross-entropy."""

from keras import ops


def whole_chord(y_true, y_pred):
    """1 where exactly the notes that sound are found."""
    return ops.cast(ops.all((y_pred > 0.5) == (y_true > 0.5), axis=-1), "float32")
