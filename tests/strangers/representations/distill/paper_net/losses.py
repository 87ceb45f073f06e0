"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def from_teacher(y_true, y_pred, temperature, weight):
    """weight T² KL(teacher || student), both at temperature T.

    Args:
        y_true: Float["b c"], the teacher's probabilities at this temperature.
        y_pred: Float["b c"], the student's logits.
        temperature: T.
        weight: against the label's cross-entropy.

    Returns:
        Float["b"].

    Source: Hinton et al. 2015, arXiv 1503.02531, section 2.
    """
    log_q = ops.log_softmax(y_pred / temperature, axis=-1)
    log_p = ops.log(ops.maximum(y_true, 1e-7))
    return weight * temperature**2 * ops.sum(y_true * (log_p - log_q), axis=-1)
