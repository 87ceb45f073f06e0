"""YOURS. What is minimised, and what is reported beside it.

Contract: f(y_true, y_pred, …) returns one value a sample; Keras averages them.

Shapes: b batch, t steps, c tags.
"""

from keras import ops


def masked_crossentropy(y_true, y_pred, ignored=-1):
    """Cross-entropy of a tag for each step, averaged over a sentence's own steps.

    Args:
        y_true: Int["b t"], the tag, or `ignored` where the sentence is over.
        y_pred: Float["b t c"], logits.
        ignored: the target of a step that does not count.

    Returns:
        Float["b"], >= 0.
    """
    counts = ops.cast(ops.not_equal(y_true, ignored), y_pred.dtype)  # (b, t)
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, t, c)
    chosen = ops.one_hot(ops.maximum(y_true, 0), y_pred.shape[-1], dtype=log_p.dtype)  # (b, t, c)
    nll = -ops.sum(chosen * log_p, axis=-1)  # (b, t)
    return ops.sum(counts * nll, axis=-1) / ops.maximum(ops.sum(counts, axis=-1), 1)  # (b)


def masked_accuracy(y_true, y_pred, ignored=-1):
    """Share of a sentence's own steps that are tagged right: a metric."""
    counts = ops.cast(ops.not_equal(y_true, ignored), "float32")  # (b, t)
    right = ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), y_true.dtype), y_true), "float32")
    return ops.sum(counts * right, axis=-1) / ops.maximum(ops.sum(counts, axis=-1), 1)  # (b)
