"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def margin(y_true, y_pred, absent=0.5):
    """Margin loss of the capsules' lengths: Sabour et al. 2017, equation 4.

    Args:
        y_true: Int["b"], the digit.
        y_pred: Float["b c"], lengths in 0 … 1.

    Returns:
        Float["b"], >= 0.
    """
    there = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)  # (b, c)
    present = there * ops.relu(0.9 - y_pred) ** 2
    others = absent * (1 - there) * ops.relu(y_pred - 0.1) ** 2
    return ops.sum(present + others, axis=-1)


def lengths(y_true):
    """The best lengths: 1 of the digit, 0 of the others."""
    return ops.one_hot(y_true, 10)
