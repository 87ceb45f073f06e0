"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import math

from keras import ops


def mixture(y_true, y_pred):
    """-log of the density of a mixture of normal densities.

        loss = -log sum_k w_k N(y_true; m_k, s_k²)

    Args:
        y_true: Float["*b 1"].
        y_pred: Float["*b k 3"]: log w, m, log s of each kernel.

    Returns:
        Float["*b"], of any sign.

    Source: Bishop 1994, equations 22 to 29.
    """
    log_weight, mean, log_deviation = ops.unstack(y_pred, 3, axis=-1)  # (*b, k) each
    z = (y_true - mean) * ops.exp(-log_deviation)
    log_normal = -0.5 * z**2 - log_deviation - 0.5 * math.log(2 * math.pi)
    return -ops.logsumexp(log_weight + log_normal, axis=-1)
