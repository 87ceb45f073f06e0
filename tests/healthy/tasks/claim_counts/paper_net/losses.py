"""YOURS. What is minimised.

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them.
"""

from keras import ops


def poisson_deviance(y_true, y_pred):
    """Twice the log-likelihood that is missing to a perfect fit: 2 (y log(y / mu) - y + mu).

    Args:
        y_true: Float["b 1"], counts.
        y_pred: Float["b 1"], expected counts, positive.

    Returns:
        Float["b"], >= 0.
    """
    mu = ops.maximum(y_pred, 1e-7)
    y_log = ops.where(y_true > 0, y_true * ops.log(ops.maximum(y_true, 1e-7) / mu), 0.0)  # 0 log 0 is 0
    return 2 * ops.sum(y_log - y_true + mu, axis=-1)
