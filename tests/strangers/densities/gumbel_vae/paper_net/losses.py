from keras import ops


def reconstruction(y_true, y_pred):
    """-log p(x | z), the sum over the pixels; the KL of the latents is added by their layer.

    Args:
        y_true: Float["b d"], 0 or 1.
        y_pred: Float["b d"], logits.

    Returns:
        Float["b"], in nats.
    """
    return ops.sum(ops.softplus(y_pred) - y_true * y_pred, axis=-1)
