"""YOURS. What is minimised.

Shapes: b batch, t positions, c classes.
"""

from keras import ops


def next_token(y_true, y_pred):
    """Cross-entropy of the next word, averaged over a sentence's own words; positions with -1 are left out.

    Args:
        y_true: Int["b t"], the next word, or -1.
        y_pred: Float["b t c"], logits.

    Returns:
        Float["b"], >= 0; 0 for a sentence without any word to predict.
    """
    counted = ops.cast(y_true >= 0, y_pred.dtype)  # (b, t)
    word = ops.one_hot(ops.maximum(ops.cast(y_true, "int32"), 0), y_pred.shape[-1], dtype=y_pred.dtype)
    surprise = -ops.sum(word * ops.log_softmax(y_pred, axis=-1), axis=-1)  # (b, t)
    return ops.sum(counted * surprise, axis=-1) / ops.maximum(ops.sum(counted, axis=-1), 1.0)  # (b)


def word_accuracy(y_true, y_pred):
    """Share of a sentence's words predicted rightly; positions with -1 are left out."""
    counted = ops.cast(y_true >= 0, "float32")
    right = ops.cast(ops.equal(ops.argmax(y_pred, axis=-1), ops.cast(y_true, "int32")), "float32")
    return ops.sum(counted * right, axis=-1) / ops.maximum(ops.sum(counted, axis=-1), 1.0)
