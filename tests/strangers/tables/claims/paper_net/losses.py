"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def counted(y_true):
    """The best prediction of a count: itself."""
    return y_true


def deviance(y_true, y_pred):
    """Of the Poisson: 2 (y log(y / p) - y + p), a mean over the last axis; (*b, 1), (*b, 1) to (*b)."""
    y, p = y_true, ops.maximum(y_pred, 1e-7)
    log_ratio = ops.where(y > 0, y * ops.log(ops.maximum(y, 1.0) / p), 0.0)
    return ops.mean(2 * (log_ratio - y + p), axis=-1)
