"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def observed_squares(y_true, y_pred):
    """Mean of (r - p)² over the known ratings of a row; 0 where none is.

    Args:
        y_true: Float["b u"], ratings; 0 is unknown.
        y_pred: Float["b u"].

    Returns:
        Float["b"], >= 0.

    Source: Sedhain et al. 2015, equation 2.
    """
    known = ops.cast(y_true > 0, y_pred.dtype)
    squares = ops.sum(known * ops.square(y_true - y_pred), axis=-1)
    return squares / ops.maximum(ops.sum(known, axis=-1), 1.0)
