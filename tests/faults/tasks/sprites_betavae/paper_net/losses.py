"""YOURS. What is minimised: the likelihood's half of the ELBO; the divergence is added where it arises, in model.py."""

from keras import ops


def bernoulli_nll(y_true, y_pred):
    """-log p(image | z), one Bernoulli a pixel, of a whole image.

        loss = sum over pixels of  softplus(l) - x * l,   l the logit

    Args:
        y_true: Float["b h w 1"] in 0 … 1.
        y_pred: Float["b h w 1"], logits.

    Returns:
        Float["b"].
    """
    each = ops.softplus(y_pred) - y_true * y_pred  # (b, h, w, 1)
    return ops.sum(each, axis=(1, 2, 3))


def pixel_error(y_true, y_pred):
    """The mean absolute error of a pixel."""
    return ops.mean(ops.abs(y_true - ops.sigmoid(y_pred)), axis=(1, 2, 3))
