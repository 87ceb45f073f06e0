from keras import ops


def tversky(y_true, y_pred, alpha=0.3, beta=0.7, smooth=1.0):
    """Tversky loss: 1 - |PG| / (|PG| + alpha |P without G| + beta |G without P|), of each image.

    Args:
        y_true: Float["b h w 1"], the mask.
        y_pred: Float["b h w 1"], the probability of it.
        alpha: what a false positive costs.
        beta: what a false negative costs.

    Source: Salehi et al. 2017, arXiv 1706.05721, equation 4.
    """
    axes = tuple(range(1, len(y_pred.shape)))
    both = ops.sum(y_true * y_pred, axis=axes)
    false_positive = ops.sum((1 - y_true) * y_pred, axis=axes)
    false_negative = ops.sum(y_true * (1 - y_pred), axis=axes)
    return 1 - (both + smooth) / (both + alpha * false_positive + beta * false_negative + smooth)
