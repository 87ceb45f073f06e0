"""YOURS. What is minimised."""

from keras import ops


def poisson(y_true, y_pred):
    """exp(z) - y z, the negative log-likelihood of a count y whose mean is exp(z), without log(y!)."""
    return ops.mean(ops.exp(y_pred) - y_true * y_pred, axis=-1)  # (b)


def deviance(y_true, y_pred):
    """2 (y log(y / m) - (y - m)), 0 where the mean m is the count."""
    own = y_true * (ops.log(ops.maximum(y_true, 1e-7)) - y_pred)
    return 2 * ops.mean(own - y_true + ops.exp(y_pred), axis=-1)  # (b)


def right(y_true):
    """The log of the count; of none a low number."""
    return ops.log(ops.maximum(y_true, 1e-7))
