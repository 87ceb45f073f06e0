"""YOURS. What is minimised. Shapes: b batch, c classes, d values."""

from keras import ops


def negative_elbo(y_true, y_pred, pixels=64):
    """Minus the evidence lower bound, per pixel; Kingma & Welling 2013, arXiv 1312.6114, equation 10.

    Args:
        y_true: not read.
        y_pred: Float["b 2*pixels+2z"]: image in 0 … 1, logits, mean and log variance of the code.
        pixels: of an image.

    Returns:
        Float["b"], in nats a pixel.
    """
    code = (y_pred.shape[-1] - 2 * pixels) // 2
    image, logits = y_pred[:, :pixels], y_pred[:, pixels : 2 * pixels]
    mean, log_variance = y_pred[:, -2 * code : -code], y_pred[:, -code:]
    image_term = ops.sum(ops.softplus(logits) - image * logits, axis=-1)  # binary cross-entropy, from logits
    code_term = 0.5 * ops.sum(ops.square(mean) + ops.exp(log_variance) - 1 - log_variance, axis=-1)
    return (image_term + code_term) / pixels
