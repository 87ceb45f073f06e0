"""Outlier exposure (Hendrycks et al. 2019)."""

from keras import ops


def exposed(y_true, y_pred, weight):
    """-log p(class) of a known sample; weight · the mean of -log p over the classes, of an outlier (-1).

    Args:
        y_true: Int["b"], 0 … c - 1, or -1.
        y_pred: Float["b c"], logits.
        weight: lambda, of the outliers.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, c)
    to_class = -ops.sum(ops.one_hot(ops.maximum(y_true, 0), y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)
    to_uniform = -ops.mean(log_p, axis=-1)
    return ops.where(y_true >= 0, to_class, weight * to_uniform)


def right(y_true, classes):
    """Certain of what is known, and undecided about an outlier."""
    certain = 30.0 * ops.one_hot(ops.maximum(y_true, 0), classes)
    return ops.where(ops.expand_dims(y_true, -1) >= 0, certain, 0.0)
