"""YOURS. What is minimised.

Shapes: b batch, p pixels.
"""

from keras import ops


def pixels_crossentropy(y_true, y_pred):
    """Cross-entropy of the pixels, summed over an image: the likelihood that a variational autoencoder is about.

    Args:
        y_true: Float["b p"] in 0 … 1.
        y_pred: Float["b p"], logits.

    Returns:
        Float["b"], nats an image; at least the entropy of its grey pixels.
    """
    return ops.sum(ops.softplus(y_pred) - y_true * y_pred, axis=-1)
