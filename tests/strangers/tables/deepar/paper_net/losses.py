"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import math

from keras import ops


def negative_binomial(y_true, y_pred):
    """-log probability of a count under the negative binomial of mean m and shape a, whose variance is m + a m².

    Args:
        y_true: Float["*b"], counts.
        y_pred: Float["*b 2"], m and a, both positive.

    Returns:
        Float["*b"].

    Source: Salinas et al. 2017, section 3.1.
    """
    mean, alpha = ops.maximum(y_pred[..., 0], 1e-6), ops.maximum(y_pred[..., 1], 1e-4)
    r = 1 / alpha
    log_p = log_gamma(y_true + r) - log_gamma(y_true + 1) - log_gamma(r)
    log_p = log_p - r * ops.log1p(alpha * mean) + y_true * (ops.log(alpha * mean) - ops.log1p(alpha * mean))
    return -log_p


def log_gamma(x):
    """log Gamma(x) of positive x: Stirling's series at x + 6, and back by the recurrence."""
    z = x + 6
    series = (z - 0.5) * ops.log(z) - z + 0.5 * math.log(2 * math.pi) + 1 / (12 * z) - 1 / (360 * z**3)
    return series - sum(ops.log(x + k) for k in range(6))


def deviation(y_true, y_pred):
    """Normalized deviation of a series: sum |y - mean| / sum y; (b, t), (b, t, 2) to (b)."""
    error = ops.sum(ops.abs(y_true - y_pred[..., 0]), axis=-1)
    return error / ops.maximum(ops.sum(y_true, axis=-1), 1.0)
