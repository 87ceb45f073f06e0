"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def chosen(y_true, y_pred):
    """pi(action) / propensity of what was logged; y_true holds (action, reward, propensity), y_pred pi's logits."""
    action = ops.one_hot(ops.cast(y_true[:, 0], "int32"), y_pred.shape[-1])
    return ops.sum(ops.softmax(y_pred) * action, axis=-1) / y_true[:, 2]  # (b)


def counterfactual_risk(y_true, y_pred, multiplier):
    """Risk of the policy on logged feedback, with a Lagrange multiplier that keeps it from avoiding the log.

    Source: Joachims, Swaminathan, de Rijke 2018, Deep Learning with Logged Bandit Feedback, equation 10.
    """
    return -(y_true[:, 1] - multiplier) * chosen(y_true, y_pred)


def estimated_reward(y_true, y_pred):
    """What the policy earns, estimated without bias from the log."""
    return y_true[:, 1] * chosen(y_true, y_pred)
