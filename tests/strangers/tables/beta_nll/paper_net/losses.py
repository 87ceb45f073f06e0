"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import math

from keras import ops


def beta_nll(y_true, y_pred, beta):
    """-log N(y; m, v), times the variance to the power of beta, which has no gradient.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], mean and variance.
        beta: 0 … 1.

    Returns:
        Float["b"].

    Source: Seitzer et al. 2022, equation 6.
    """
    mean, variance = y_pred[:, 0], y_pred[:, 1]
    nll = 0.5 * (ops.log(2 * math.pi * variance) + ops.square(y_true[:, 0] - mean) / variance)
    return ops.stop_gradient(variance**beta) * nll


def squared_error(y_true, y_pred):
    """Of the mean; (b, 1), (b, 2) to (b)."""
    return ops.square(y_true[:, 0] - y_pred[:, 0])
