"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def pseudo_labels(y_true, y_pred, sure, weight, labelled, of):
    """Cross-entropy with the label, or with the network's own answer where it is sure and there is no label.

    Args:
        y_true: Int["b"], the class, or -1 for none.
        y_pred: Float["b c"], logits.
        sure: the probability from which an answer counts.
        weight: of the samples without a label, all together, against those with one.
        labelled: how many have a label in a training set of `of`, which makes a mean of each kind out of one of both.

    Returns:
        Float["b"].
    """
    classes = y_pred.shape[-1]
    log_p = ops.log_softmax(y_pred, axis=-1)
    has = y_true >= 0
    own = ops.stop_gradient(ops.argmax(y_pred, axis=-1))
    label = ops.where(has, ops.cast(y_true, "int32"), ops.cast(own, "int32"))
    loss = -ops.sum(ops.one_hot(label, classes, dtype=log_p.dtype) * log_p, axis=-1)
    counts = ops.cast(ops.max(ops.exp(log_p), axis=-1) > sure, log_p.dtype) * weight * labelled / (of - labelled)
    return ops.where(has, loss, ops.stop_gradient(counts) * loss)
