"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def arcface(y_true, y_pred, margin, scale):
    """Softmax cross-entropy of scaled cosines, in which the true class's angle is larger by a margin.

    Args:
        y_true: Int["b"], the identity.
        y_pred: Float["b c"], cosines of the angles with the directions of the identities.
        margin: what is added to the angle, in radians.
        scale: of the cosines, which are too small for a softmax.

    Returns:
        Float["b"].

    Source: Deng et al. 2019, arXiv 1801.07698, equation 3.
    """
    angle = ops.arccos(ops.clip(y_pred, -1 + 1e-6, 1 - 1e-6))
    mine = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)
    logits = scale * ops.cos(angle + margin * mine)
    return -ops.sum(mine * ops.log_softmax(logits, axis=-1), axis=-1)
