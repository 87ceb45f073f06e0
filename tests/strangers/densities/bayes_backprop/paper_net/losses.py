"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import math


def normal(y_true, y_pred, deviation):
    """-log N(y_true; y_pred, deviation²), in nats.

    Args:
        y_true: Float["*b 1"].
        y_pred: Float["*b 1"], the mean.
        deviation: of the observations; it is not learnt.

    Returns:
        Float["*b"], of any sign.
    """
    z = (y_true - y_pred)[..., 0] / deviation
    return 0.5 * z**2 + math.log(deviation) + 0.5 * math.log(2 * math.pi)
