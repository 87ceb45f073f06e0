"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import math

from keras import ops


def normal(y_true, y_pred):
    """-log N(y; mean, exp(log deviation)²): (b, 1), (b, 2) to (b)."""
    mean, width = y_pred[:, 0], ops.clip(y_pred[:, 1], -6.0, 6.0)
    z = (y_true[:, 0] - mean) * ops.exp(-width)
    return z**2 / 2 + width + 0.5 * math.log(2 * math.pi)


def error_of_mean(y_true, y_pred):
    """How far the mean is off: (b, 1), (b, 2) to (b)."""
    return ops.abs(y_true[:, 0] - y_pred[:, 0])
