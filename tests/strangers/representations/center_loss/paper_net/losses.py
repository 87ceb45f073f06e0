"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def center(y_true, y_pred, weight):
    """Center loss: half the squared distance of a sample's features to the centre of its own class.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], half the squared distance to each centre.
        weight: lambda of the paper.

    Returns:
        Float["b"].

    Source: Wen et al. 2016, equation 2.
    """
    return weight * ops.sum(ops.one_hot(y_true, y_pred.shape[-1]) * y_pred, axis=-1)
