"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def hinge(y_true, y_pred):
    """Hinge loss of several classes.

        loss = max(0, 1 + max over the wrong classes of y_pred - y_pred[y_true])

    Args:
        y_true: Int["*b"].
        y_pred: Float["*b c"], scores.

    Source: Crammer and Singer 2001.
    """
    right = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)
    score = ops.sum(right * y_pred, axis=-1)
    rival = ops.max(y_pred - 1e9 * right, axis=-1)
    return ops.relu(1 + rival - score)
