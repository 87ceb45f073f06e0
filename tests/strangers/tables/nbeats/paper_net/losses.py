"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def smape(y_true, y_pred):
    """Symmetric mean absolute percentage error: 200 |y - f| / (|y| + |f|), averaged over the horizon.

    As in the authors' code the denominator is a constant to the gradient.

    Args:
        y_true: Float["b h"], positive.
        y_pred: Float["b h"].

    Returns:
        Float["b"], 0 … 200.

    Source: Oreshkin et al. 2020, section 2.
    """
    size = ops.stop_gradient(ops.abs(y_true) + ops.abs(y_pred))
    return 200 * ops.mean(ops.abs(y_true - y_pred) / ops.maximum(size, 1e-6), axis=-1)
