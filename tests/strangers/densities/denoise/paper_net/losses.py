"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def charbonnier(y_true, y_pred, epsilon):
    """A smooth absolute error: sqrt((y_true - y_pred)² + epsilon²) - epsilon, at each position.

    Args:
        y_true: Float["*b"].
        y_pred: Float["*b"].
        epsilon: below it the error is squared.

    Returns:
        Float["*b"], >= 0.
    """
    return ops.sqrt((y_true - y_pred) ** 2 + epsilon**2) - epsilon


def same(y):
    """The best prediction is the target."""
    return y
