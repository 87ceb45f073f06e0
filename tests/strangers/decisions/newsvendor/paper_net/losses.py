"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def cost(y_true, y_pred, missed, left):
    """missed * (demand - order) where too little was ordered, left * (order - demand) where too much.

    It is least at the quantile missed / (missed + left) of the demand.
    """
    return ops.mean(missed * ops.relu(y_true - y_pred) + left * ops.relu(y_pred - y_true), axis=-1)


def served(y_true, y_pred):
    """1 on a day on which the order was enough."""
    return ops.cast(y_pred[:, 0] >= y_true[:, 0], "float32")
