"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def pinball(y_true, y_pred, quantiles):
    """max(q (y - p), (q - 1) (y - p)), averaged over the quantiles q.

    Args:
        y_true: Float["b"].
        y_pred: Float["b q"].
        quantiles: a list of q numbers in 0 … 1.

    Returns:
        Float["b"], >= 0; its mean is least where y_pred are the quantiles of y_true.
    """
    q = ops.convert_to_tensor(quantiles, dtype=y_pred.dtype)
    error = ops.expand_dims(y_true, -1) - y_pred  # (b, q)
    return ops.mean(ops.maximum(q * error, (q - 1) * error), axis=-1)


def coverage(y_true, y_pred):
    """Does the value lie between the outermost quantiles? (b), (b, q) to (b)."""
    return ops.cast((y_true >= y_pred[:, 0]) & (y_true <= y_pred[:, -1]), "float32")
