import math

from keras import ops


def normal(y_true, y_pred):
    """Negative log-likelihood of a normal distribution at each query.

    Args:
        y_true: Float["b m"].
        y_pred: Float["b m 2"], mean and what the deviation is made of: 0.1 + 0.9 softplus.

    Returns:
        Float["b m"].
    """
    mean = y_pred[..., 0]
    deviation = 0.1 + 0.9 * ops.softplus(y_pred[..., 1])
    return 0.5 * ((y_true - mean) / deviation) ** 2 + ops.log(deviation) + 0.5 * math.log(2 * math.pi)
