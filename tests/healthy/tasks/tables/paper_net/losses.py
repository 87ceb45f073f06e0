"""YOURS. What is minimised.

Shapes: b batch, c classes.
"""

from keras import ops


def weighted(y_true, y_pred, weights):
    """Cross-entropy in which each class has a weight.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], logits.
        weights: one of each class; their mean over the training samples is best 1.

    Returns:
        Float["b"], >= 0.
    """
    labels = ops.one_hot(y_true, len(weights), dtype=y_pred.dtype)  # (b, c)
    each = -ops.sum(labels * ops.log_softmax(y_pred, axis=-1), axis=-1)
    return ops.sum(labels * ops.convert_to_tensor(weights, dtype=y_pred.dtype), axis=-1) * each


def ordinal(y_true, y_pred):
    """Sum of the cross-entropies of the questions: is it more than grade 0, 1, …, c - 2? Cheng et al. 2008.

    Args:
        y_true: Int["b"], the grade, 0 … c - 1.
        y_pred: Float["b c-1"], a logit for each question.

    Returns:
        Float["b"], >= 0.
    """
    thresholds = ops.arange(y_pred.shape[-1], dtype="int32")
    above = ops.cast(ops.expand_dims(ops.cast(y_true, "int32"), -1) > thresholds, y_pred.dtype)  # (b, c - 1)
    return ops.sum(ops.softplus(y_pred) - above * y_pred, axis=-1)


def gaussian(y_true, y_pred):
    """-log N(y; mean, exp(log_deviation)²), without its constant.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"]: mean, and logarithm of the standard deviation.

    Returns:
        Float["b"], nats.
    """
    mean, log_deviation = y_pred[..., 0], y_pred[..., 1]
    return 0.5 * ((y_true[..., 0] - mean) * ops.exp(-log_deviation)) ** 2 + log_deviation


def pinball(y_true, y_pred, quantiles):
    """Mean over the quantiles q of max(q e, (q - 1) e), e = y_true - y_pred; Koenker & Bassett 1978.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b q"], a value for each quantile.
        quantiles: 0 … 1 each.

    Returns:
        Float["b"], >= 0.
    """
    error = y_true - y_pred  # (b, q)
    q = ops.convert_to_tensor(quantiles, dtype=y_pred.dtype)
    return ops.mean(ops.maximum(q * error, (q - 1) * error), axis=-1)
