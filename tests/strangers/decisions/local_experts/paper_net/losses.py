"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import math

from keras import ops


def mixture_likelihood(y_true, y_pred, width):
    """-log sum_i gate_i * N(y; output_i, width²): Jacobs et al. 1991, equation 1.3, with its constant.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b 2*experts"], logits of the gates, then what each expert says.

    Returns:
        Float["b"].
    """
    gates, outputs = ops.split(y_pred, 2, axis=-1)  # (b, experts) each
    log_density = -0.5 * ((y_true - outputs) / width) ** 2 - math.log(width * math.sqrt(2 * math.pi))
    return -ops.logsumexp(ops.log_softmax(gates, axis=-1) + log_density, axis=-1)


def error_of_mean(y_true, y_pred):
    """|y - the mixture's mean|."""
    gates, outputs = ops.split(y_pred, 2, axis=-1)
    return ops.abs(y_true[:, 0] - ops.sum(ops.softmax(gates, axis=-1) * outputs, axis=-1))
