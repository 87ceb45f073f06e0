"""YOURS. What is minimised.

Shapes: b batch, t positions, c classes.
"""

from keras import ops


def masked_crossentropy(y_true, y_pred):
    """-log p(symbol), averaged over the positions at which a symbol is hidden; Devlin et al. 2018.

    Args:
        y_true: Int["b t"], the symbol, or -1 where nothing is asked.
        y_pred: Float["b t c"], logits.

    Returns:
        Float["b"], >= 0; 0 for a sequence that asks nothing.
    """
    asked = ops.cast(y_true >= 0, y_pred.dtype)  # (b, t)
    label = ops.one_hot(ops.maximum(y_true, 0), y_pred.shape[-1], dtype=y_pred.dtype)
    each = -ops.sum(label * ops.log_softmax(y_pred, axis=-1), axis=-1)  # (b, t)
    return ops.sum(asked * each, axis=-1) / ops.maximum(ops.sum(asked, axis=-1), 1.0)  # (b)


def hidden_accuracy(y_true, y_pred):
    """Share of a sequence's hidden symbols that are told; Float["b"]."""
    counted = ops.cast(ops.not_equal(y_true, -1), y_pred.dtype)
    hit = ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), y_true.dtype), y_true), y_pred.dtype)
    return ops.sum(counted * hit, axis=-1) / ops.maximum(ops.sum(counted, axis=-1), 1.0)
