"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def regret(y_true, y_pred):
    """The best pay, less the pay expected of the policy softmax(y_pred)."""
    return ops.max(y_true, axis=-1) - ops.sum(ops.softmax(y_pred) * y_true, axis=-1)


def certain(y_true):
    """Logits of a policy that takes the best route for certain."""
    return 100.0 * ops.one_hot(ops.argmax(y_true, axis=-1), y_true.shape[-1])


def best_route(y_true, y_pred):
    """1 where the likeliest route pays most."""
    return ops.cast(ops.argmax(y_true, axis=-1) == ops.argmax(y_pred, axis=-1), "float32")
