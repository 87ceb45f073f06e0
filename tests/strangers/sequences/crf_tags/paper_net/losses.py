"""What is judged: words and sentences, of which -1 is no part."""

from keras import ops


def right(y_true, y_pred):
    return ops.cast(ops.argmax(y_pred, axis=-1), "int32") == ops.cast(y_true, "int32")  # (b, t)


def words_right(y_true, y_pred):
    """Share of a sentence's words whose tag is right."""
    there = ops.cast(y_true >= 0, "float32")
    return ops.sum(ops.cast(right(y_true, y_pred), "float32") * there, axis=-1) / ops.sum(there, axis=-1)


def sentence_right(y_true, y_pred):
    """1 where all of them are."""
    return ops.cast(ops.all(ops.logical_or(right(y_true, y_pred), y_true < 0), axis=-1), "float32")
