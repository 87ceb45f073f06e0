"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def pinball(y_true, y_pred, quantiles):
    """Quantile loss.

        loss = mean over q of max(q d, (q - 1) d),   d = y_true - y_pred[q]

    Args:
        y_true: Float["*b 1"].
        y_pred: Float["*b q"], one for each of the quantiles.
        quantiles: in 0 … 1.

    Returns:
        Float["*b"], >= 0.
    """
    q = ops.convert_to_tensor(quantiles, dtype=y_pred.dtype)
    d = y_true - y_pred
    return ops.mean(ops.maximum(q * d, (q - 1) * d), axis=-1)


def inside(y_true, y_pred):
    """1 where the target lies between the outer quantiles."""
    within = ops.logical_and(y_true[:, 0] >= y_pred[:, 0], y_true[:, 0] <= y_pred[:, -1])
    return ops.cast(within, "float32")
