import math

from keras import ops


def interval(depth, alpha, beta, ordinals):
    """Spacing-increasing discretization: in which of the intervals, equally wide in log depth; Float["*b"]."""
    share = ops.log(depth / alpha) / math.log(beta / alpha)
    return ops.clip(ops.floor(share * ordinals), 0, ordinals - 1)


def ordinal(y_true, y_pred, alpha, beta):
    """Ordinal loss: question k is whether the interval lies beyond k, one logistic loss each, summed over k.

    Args:
        y_true: Float["b h w"], depths.
        y_pred: Float["b h w k"], logits of P(interval > k).

    Returns:
        Float["b h w"].

    Source: Fu et al. 2018, arXiv 1806.02446, equations 1 to 3.
    """
    ordinals = y_pred.shape[-1]
    label = ops.expand_dims(interval(y_true, alpha, beta, ordinals), -1)  # (b, h, w, 1)
    beyond = ops.cast(label > ops.arange(ordinals, dtype="float32"), y_pred.dtype)  # (b, h, w, k)
    return ops.sum(ops.softplus(y_pred) - beyond * y_pred, axis=-1)


def decoded(y_pred, alpha, beta):
    """Depths of the counted yeses: the middle of the interval."""
    ordinals = y_pred.shape[-1]
    count = ops.sum(ops.cast(y_pred > 0, y_pred.dtype), axis=-1)  # (b, h, w)
    edge = alpha * ops.exp(count * math.log(beta / alpha) / ordinals)
    return 0.5 * edge * (1 + (beta / alpha) ** (1 / ordinals))


def relative(y_true, y_pred, alpha, beta):
    """|d - d*| / d*, the mean over a sample's pixels."""
    return ops.mean(ops.abs(decoded(y_pred, alpha, beta) - y_true) / y_true, axis=(1, 2))
