"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def soft_cross_entropy(y_true, y_pred):
    """Cross-entropy of logits with a class, Int["b"], or with shares of the classes, Float["b c"].

    Returns:
        Float["b"].
    """
    if len(y_true.shape) < len(y_pred.shape):
        y_true = ops.one_hot(y_true, y_pred.shape[-1])
    return -ops.sum(y_true * ops.log_softmax(y_pred, axis=-1), axis=-1)


def hit(y_true, y_pred):
    """1 where the largest logit is that of the class, or of its largest share."""
    if len(y_true.shape) == len(y_pred.shape):
        y_true = ops.argmax(y_true, axis=-1)
    return ops.cast(ops.cast(y_true, "int32") == ops.cast(ops.argmax(y_pred, axis=-1), "int32"), "float32")
