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
    """-log of the normal density, in nats.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2"], the mean and the logarithm of the variance.

    Returns:
        Float["b"].
    """
    mean, log_variance = y_pred[:, 0], ops.clip(y_pred[:, 1], -7.0, 7.0)
    return 0.5 * (log_variance + (y_true[:, 0] - mean) ** 2 * ops.exp(-log_variance) + math.log(2 * math.pi))


def squared_error(y_true, y_pred):
    """Of the mean alone."""
    return (y_true[:, 0] - y_pred[:, 0]) ** 2
