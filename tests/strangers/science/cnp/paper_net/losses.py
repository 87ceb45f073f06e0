"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import math

from keras import ops


def gaussian_nll(y_true, y_pred):
    """Negative log-likelihood of a normal distribution.

    Args:
        y_true: Float["*b"].
        y_pred: Float["*b 2"], the mean and the standard deviation, which is positive.

    Returns:
        Float["*b"], in nats.
    """
    mean, sigma = y_pred[..., 0], y_pred[..., 1]
    z = (y_true - mean) / sigma
    return 0.5 * ops.square(z) + ops.log(sigma) + 0.5 * math.log(2 * math.pi)


def error(y_true, y_pred):
    """Squared error of the mean."""
    return ops.square(y_true - y_pred[..., 0])
