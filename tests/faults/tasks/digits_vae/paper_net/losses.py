"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it by
`function` in conf/loss/NAME.yaml.

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def bernoulli_nll(y_true, y_pred):
    """What an image's observed pixels cost, in nats: the reconstruction term of the negative bound.

    Args:
        y_true: Float["b h w"], 0 or 1; negative where the pixel is missing.
        y_pred: Float["b h w"], logits.

    Returns:
        Float["b"], >= 0; 0 where each observed pixel is certain and right.
    """
    observed = ops.cast(y_true >= 0, y_pred.dtype)  # (b, h, w)
    pixels = ops.binary_crossentropy(ops.maximum(y_true, 0.0), y_pred, from_logits=True)  # (b, h, w)
    return ops.sum(observed * pixels, axis=(1, 2))  # (b)


def gaussian_kl(mean, log_variance):
    """KL divergence of N(mean, exp(log_variance)), independent, from N(0, 1): Float["b z"] twice → Float["b"]."""
    values = ops.square(mean) + ops.exp(log_variance) - 1.0 - log_variance  # (b, z)
    return 0.5 * ops.sum(values, axis=-1)  # (b)
