import numpy as np
from keras import ops


def gaussian_histogram(y_true, edges, sigma):
    """What a normal distribution about each value puts into each bin; what falls outside is shared out."""
    below = ops.erf((edges - y_true) / (sigma * 2**0.5))  # (b, bins + 1)
    mass = below[:, 1:] - below[:, :-1]
    return mass / ops.sum(mass, axis=-1, keepdims=True)  # (b, bins)


def support(low, high, bins):
    """The bins' edges."""
    return np.linspace(low, high, bins + 1).astype("float32")


def histogram(y_true, y_pred, low, high, bins, sigma):
    """HL-Gaussian: cross-entropy of the bins' probabilities to a normal distribution about the value.

    Args:
        y_true: Float["b 1"], the value.
        y_pred: Float["b bins"], logits.
        low, high: ends of the support.
        bins: of equal width.
        sigma: of the normal distribution, in the unit of the value.

    Source: Imani & White 2018, Improving Regression Performance with Distributional Losses.
    """
    wanted = gaussian_histogram(ops.clip(y_true, low, high), support(low, high, bins), sigma)
    return -ops.sum(wanted * ops.log_softmax(y_pred, axis=-1), axis=-1)  # (b,)


def best_logits(y_true, low, high, bins, sigma):
    """The logits that the loss is least at."""
    return ops.log(gaussian_histogram(ops.clip(y_true, low, high), support(low, high, bins), sigma) + 1e-12)


def absolute_error(y_true, y_pred, low, high, bins):
    """How far the mean of the predicted distribution is from the value."""
    edges = support(low, high, bins)
    centres = (edges[1:] + edges[:-1]) / 2
    value = ops.sum(ops.softmax(y_pred, axis=-1) * centres, axis=-1)
    return ops.abs(y_true[:, 0] - value)  # (b,)
