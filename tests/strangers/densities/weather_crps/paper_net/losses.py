import math

from keras import ops


def crps(y_true, y_pred):
    """Continuous ranked probability score of a normal distribution, in degrees.

        s (z (2 F(z) - 1) + 2 f(z) - 1 / sqrt(pi)),   z = (y - m) / s

    Args:
        y_true: Float["b 1"], what was observed.
        y_pred: Float["b 2"], mean m and log of the standard deviation s.

    Returns:
        Float["b"], >= 0.

    Source: Gneiting & Raftery 2007, Strictly Proper Scoring Rules, equation 21.
    """
    mean, sigma = y_pred[:, 0], ops.exp(y_pred[:, 1])
    z = (y_true[:, 0] - mean) / sigma
    cumulative = 0.5 * (1 + ops.erf(z / math.sqrt(2)))
    density = ops.exp(-0.5 * z**2) / math.sqrt(2 * math.pi)
    return sigma * (z * (2 * cumulative - 1) + 2 * density - 1 / math.sqrt(math.pi))


def squared_error(y_true, y_pred):
    """Of the mean alone; Float["b"]."""
    return (y_true[:, 0] - y_pred[:, 0]) ** 2
