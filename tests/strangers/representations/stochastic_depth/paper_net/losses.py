"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def smoothed(y_true, y_pred, smoothing):
    """Cross-entropy in which the true class has 1 - smoothing, and all classes share the rest.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], logits.
        smoothing: 0 is cross-entropy.

    Returns:
        Float["b"].

    Source: Szegedy et al. 2016, arXiv 1512.00567, section 7.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)
    mine = ops.sum(ops.one_hot(y_true, y_pred.shape[-1]) * log_p, axis=-1)
    return -(1 - smoothing) * mine - smoothing * ops.mean(log_p, axis=-1)
