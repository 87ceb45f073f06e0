"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it
by `function` in conf/loss/NAME.yaml. There the loss may also say what it expects, and the recipe holds it to that:
`perfect`, a function of y_true that returns the best y_pred; `density: true`, where exp(-loss) is a density of the
target; `quantiles: […]`, an argument of that name, where it is least at those (conf/loss/focal.yaml shows how).

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def cox(y_true, y_pred):
    """Negative log partial likelihood; who is still under observation at a patient's time is at risk with him.

        loss_i = -event_i (h_i - log sum_{j: time_j >= time_i} exp(h_j))

    Args:
        y_true: Float["b 2"], time and event.
        y_pred: Float["b 1"], the log risk h.

    Returns:
        Float["b"], 0 of those censored.

    Source: Katzman et al. 2018, equation 4.
    """
    time, event = y_true[:, 0], y_true[:, 1]
    risk = y_pred[:, 0]
    at_risk = ops.expand_dims(time, 0) >= ops.expand_dims(time, 1)  # (b, b): row i, who is at risk at time i
    log_sum = ops.logsumexp(ops.where(at_risk, ops.expand_dims(risk, 0), -1e9), axis=1)  # (b)
    return event * (log_sum - risk)
