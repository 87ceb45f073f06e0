"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def zero_inflated_poisson(y_true, y_pred):
    """-log p of a count that is 0 with some probability, and else Poisson; without log(y!), as Keras' Poisson.

    Args:
        y_true: Float["*b 1"], counts.
        y_pred: Float["*b 2"]: the logit of "never", the logarithm of the rate.

    Returns:
        Float["*b"], of any sign.
    """
    never, log_rate = y_pred[..., 0], y_pred[..., 1]
    log_never, log_other = ops.log_sigmoid(never), ops.log_sigmoid(-never)
    rate, count = ops.exp(log_rate), y_true[..., 0]
    zero = ops.logaddexp(log_never, log_other - rate)
    return -ops.where(count == 0, zero, log_other - rate + count * log_rate)
