from keras import ops


def log_survival(time, y_pred):
    """log S(time) of the mixture, and the log weights, log shapes and log scales; each (b, components)."""
    log_weight = ops.log_softmax(y_pred[:, 0], axis=-1)
    log_shape, log_scale = y_pred[:, 1], y_pred[:, 2]
    power = ops.exp(ops.exp(log_shape) * (ops.log(time)[:, None] - log_scale))  # (t / scale) ** shape
    return -power, log_weight, log_shape, log_scale


def survival(y_true, y_pred):
    """-log f(t) of a death, -log S(t) of a patient who was lost.

    Args:
        y_true: Float["b 2"], years, death.
        y_pred: Float["b 3 k"], logits of the weights, log shapes, log scales.

    Source: Nagpal, Li, Dubrawski 2021, section 4; the likelihood itself in the place of its bound.
    """
    time, death = y_true[:, 0], y_true[:, 1]
    log_s, log_weight, log_shape, log_scale = log_survival(time, y_pred)
    log_hazard = log_shape - log_scale + (ops.exp(log_shape) - 1) * (ops.log(time)[:, None] - log_scale)
    log_f = ops.logsumexp(log_weight + log_hazard + log_s, axis=-1)
    log_s = ops.logsumexp(log_weight + log_s, axis=-1)
    return -(death * log_f + (1 - death) * log_s)


def alive(y_pred, horizon):
    log_s, log_weight, *_ = log_survival(horizon * ops.ones_like(y_pred[:, 0, 0]), y_pred)
    return ops.sum(ops.exp(log_weight + log_s), axis=-1)


def brier(y_true, y_pred, horizon):
    """Squared error of the chance to be alive at the horizon; those who were lost before count as alive."""
    died = y_true[:, 1] * ops.cast(y_true[:, 0] <= horizon, y_pred.dtype)
    return (1 - died - alive(y_pred, horizon)) ** 2


def concordance(y_true, y_pred, horizon):
    """Share of the batch's comparable pairs in which who died first had the smaller chance; one number a batch."""
    time, death, chance = y_true[:, 0], y_true[:, 1], alive(y_pred, horizon)
    pairs = death[:, None] * ops.cast(time[:, None] < time[None], y_pred.dtype)
    agree = ops.cast(chance[:, None] < chance[None], y_pred.dtype)
    return ops.sum(pairs * agree) / ops.maximum(ops.sum(pairs), 1.0) * ops.ones_like(time)
