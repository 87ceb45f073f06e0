"""Compositions. y_true: Float["b 3"], shares; y_pred: Float["b 3"], concentrations above 0."""

import math

from keras import ops


def log_gamma(x):
    """Stirling's series at x + 6, taken back to x; x above 0."""
    shift = ops.log(x * (x + 1) * (x + 2)) + ops.log((x + 3) * (x + 4) * (x + 5))
    x = x + 6
    return (x - 0.5) * ops.log(x) - x + 0.5 * math.log(2 * math.pi) + 1 / (12 * x) - 1 / (360 * x**3) - shift


def dirichlet(y_true, y_pred):
    normalizer = ops.sum(log_gamma(y_pred), axis=-1) - log_gamma(ops.sum(y_pred, axis=-1))
    return normalizer - ops.sum((y_pred - 1) * ops.log(y_true), axis=-1)


def share_error(y_true, y_pred):
    """Mean absolute error of the expected shares."""
    return ops.mean(ops.abs(y_true - y_pred / ops.sum(y_pred, axis=-1, keepdims=True)), axis=-1)
