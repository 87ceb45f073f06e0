"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def listnet(y_true, y_pred):
    """KL(top-one probabilities of the grades || those of the scores), over the documents that there are.

    Source: Cao et al. 2007, section 5. The entropy of the grades is subtracted, which no score changes.

    Args:
        y_true: Float["b documents"], grades; negative where there is no document.
        y_pred: Float["b documents"], scores.

    Returns:
        Float["b"], >= 0.
    """
    there = y_true >= 0
    p = ops.softmax(ops.where(there, y_true, -1e9), axis=-1)
    log_p = ops.log_softmax(ops.where(there, y_true, -1e9), axis=-1)
    log_q = ops.log_softmax(ops.where(there, y_pred, -1e9), axis=-1)
    return ops.sum(ops.where(there, p * (log_p - log_q), 0.0), axis=-1)


def grades(y_true):
    """The best scores: the grades themselves."""
    return y_true


def ndcg(y_true, y_pred, at):
    """Normalized discounted cumulative gain of the first `at` documents."""
    there = y_true >= 0
    gain = ops.where(there, 2.0**y_true - 1, 0.0)
    discount = 1 / ops.log2(ops.arange(2, at + 2, dtype="float32"))
    order = ops.argsort(ops.where(there, -y_pred, 1e9), axis=-1)[:, :at]
    reached = ops.sum(ops.take_along_axis(gain, order, axis=-1) * discount, axis=-1)
    best = ops.sum(ops.flip(ops.sort(gain, axis=-1), axis=-1)[:, :at] * discount, axis=-1)
    return reached / ops.maximum(best, 1e-6)
