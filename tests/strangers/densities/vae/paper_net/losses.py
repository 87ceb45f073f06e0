"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

import keras
from keras import ops


def reconstruction(y_true, y_pred):
    """-log p(image | z) of independent black and white pixels, in nats: the sum over pixels, not their mean.

    Args:
        y_true: Int["*b pixels"], 0 or 1.
        y_pred: Float["*b pixels"], logits.

    Returns:
        Float["*b"], >= 0.
    """
    y_true = ops.cast(y_true, y_pred.dtype)
    return ops.sum(ops.binary_crossentropy(y_true, y_pred, from_logits=True), axis=-1)


def certain(y_true):
    """Logits that leave nothing to be desired."""
    return 40 * ops.cast(y_true, keras.config.floatx()) - 20
