"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def coral(y_true, y_pred):
    """Sum over the tasks of -[l log s(z) + (1 - l) log(1 - s(z))], the latter as log s(z) - z.

    Args:
        y_true: Float["b k"], levels, 0 or 1.
        y_pred: Float["b k"], logits.

    Returns:
        Float["b"], >= 0.

    Source: Cao et al. 2020, equation 4.
    """
    log_s = ops.log_sigmoid(y_pred)
    return -ops.sum(y_true * log_s + (1 - y_true) * (log_s - y_pred), axis=-1)


def rank_error(y_true, y_pred):
    """|rank - predicted rank|, a rank being the number of tasks that hold; (b, k), (b, k) to (b)."""
    predicted = ops.sum(ops.cast(y_pred > 0, y_true.dtype), axis=-1)
    return ops.abs(ops.sum(y_true, axis=-1) - predicted)
