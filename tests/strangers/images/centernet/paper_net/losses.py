"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def peak_focal(y_true, y_pred, alpha, beta):
    """Penalty-reduced focal loss of a heat map, a sum over its pixels, divided by the number of objects.

        -(1 - p)**alpha log(p)                  where y_true = 1
        -(1 - y_true)**beta p**alpha log(1 - p)   elsewhere,   p = sigmoid(y_pred)

    Args:
        y_true: Float["b h w 1"], 1 at a centre, less around it.
        y_pred: Float["b h w 1"], logits.

    Returns:
        Float["b"], >= 0.

    Source: Zhou et al. 2019, equation 1.
    """
    y_true = ops.cast(y_true, y_pred.dtype)
    p = ops.sigmoid(y_pred)
    log_p, log_not_p = ops.log_sigmoid(y_pred), ops.log_sigmoid(-y_pred)
    centre = ops.cast(y_true > 0.999, y_pred.dtype)
    loss = -centre * (1 - p) ** alpha * log_p - (1 - centre) * (1 - y_true) ** beta * p**alpha * log_not_p
    objects = ops.maximum(ops.sum(centre, axis=(1, 2, 3)), 1.0)
    return ops.sum(loss, axis=(1, 2, 3)) / objects


def certain(y_true):
    """The logits that score best: large at the centres, small elsewhere."""
    return ops.where(y_true > 0.999, 20.0, -20.0)


def f1(y_true, y_pred, threshold=0.3):
    """F1 of the centres found: pixels with p > threshold that are the largest of their 3 x 3 neighbours; one an image."""
    p = ops.sigmoid(y_pred)
    found = ops.logical_and(p > threshold, p >= ops.max_pool(p, 3, strides=1, padding="same"))
    truth = ops.cast(y_true, "float32") > 0.999
    both = ops.sum(ops.cast(ops.logical_and(found, truth), "float32"), axis=(1, 2, 3))
    each = ops.sum(ops.cast(found, "float32") + ops.cast(truth, "float32"), axis=(1, 2, 3))
    return 2 * both / ops.maximum(each, 1.0)
