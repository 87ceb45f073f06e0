"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def dice(y_true, y_pred, epsilon=1e-6):
    """Soft Dice loss, with squares in the denominator: 1 - 2 sum(p g) / (sum(p²) + sum(g²)), over an image's pixels.

    Args:
        y_true: Float["b h w 1"], 0 or 1.
        y_pred: Float["b h w 1"], probabilities.

    Returns:
        Float["b"], 0 … 1.

    Source: Milletari et al. 2016, Section 3.
    """
    y_true = ops.cast(y_true, y_pred.dtype)
    both = ops.sum(y_true * y_pred, axis=(1, 2, 3))
    total = ops.sum(y_true**2, axis=(1, 2, 3)) + ops.sum(y_pred**2, axis=(1, 2, 3))
    return 1 - (2 * both + epsilon) / (total + epsilon)


def itself(y_true):
    return y_true


def iou(y_true, y_pred):
    """Intersection over union of the mask and of what is above a half; one value an image."""
    truth, found = ops.cast(y_true, "float32") > 0.5, y_pred > 0.5
    both = ops.sum(ops.cast(ops.logical_and(truth, found), "float32"), axis=(1, 2, 3))
    either = ops.sum(ops.cast(ops.logical_or(truth, found), "float32"), axis=(1, 2, 3))
    return both / ops.maximum(either, 1.0)
