from keras import ops


def whole_words(y_true, y_pred):
    """Whether each letter of a word has its right sound; -1 is behind its end."""
    y_true = ops.cast(y_true, "int32")
    right = ops.logical_or(y_true < 0, ops.cast(ops.argmax(y_pred, axis=-1), "int32") == y_true)
    return ops.cast(ops.all(right, axis=-1), "float32")
