import math

from keras import ops


def crps(y_true, y_pred):
    """Continuous ranked probability score of a normal distribution: y_true (b), y_pred (b, 2) mean and deviation."""
    mean, deviation = y_pred[:, 0], y_pred[:, 1]
    z = (y_true - mean) / deviation
    density = ops.exp(-(z**2) / 2) / math.sqrt(2 * math.pi)
    below = (1 + ops.erf(z / math.sqrt(2))) / 2
    return deviation * (z * (2 * below - 1) + 2 * density - 1 / math.sqrt(math.pi))
