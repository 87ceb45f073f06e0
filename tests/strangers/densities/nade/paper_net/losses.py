from keras import ops


def negative_log_likelihood(y_true, y_pred):
    """-log p(x) of a whole image, in nats: the sum over its pixels.

    Args:
        y_true: Float["b d"], 0 or 1.
        y_pred: Float["b d"], logits.

    Returns:
        Float["b"], >= 0.
    """
    return ops.sum(ops.softplus(y_pred) - y_true * y_pred, axis=-1)
