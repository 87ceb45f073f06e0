"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def smoothed(y_true, y_pred, smoothing):
    """Cross-entropy with label smoothing, from logits: (*b), (*b, c) to (*b). Szegedy et al. 2016, section 7."""
    classes = y_pred.shape[-1]
    goal = ops.one_hot(ops.cast(y_true, "int32"), classes, dtype=y_pred.dtype)
    goal = (1 - smoothing) * goal + smoothing / classes
    return -ops.sum(goal * ops.log_softmax(y_pred, axis=-1), axis=-1)


def smoothed_right(y_true, smoothing, classes):
    """The logits that score least."""
    goal = ops.one_hot(ops.cast(y_true, "int32"), classes, dtype="float32")
    return ops.log((1 - smoothing) * goal + smoothing / classes)
