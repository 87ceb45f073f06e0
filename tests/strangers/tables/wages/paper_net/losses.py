import math

from keras import ops


def selection(y_true, y_pred):
    """-log likelihood of Heckman's model.

        who does not work: -log Phi(-s)
        who does, e = (wage - mu) / sigma: log sigma + (e² + log 2 pi) / 2 - log Phi((s + rho e) / sqrt(1 - rho²))

    Args:
        y_true: Float["b 3"]: works, log wage, offered (not read).
        y_pred: Float["b 4"]: mu, s, log sigma, atanh rho.
    """
    works, wage = y_true[:, 0], y_true[:, 1]
    mu, inclination, log_sigma, rho = y_pred[:, 0], y_pred[:, 1], y_pred[:, 2], ops.tanh(y_pred[:, 3])
    e = (wage - mu) * ops.exp(-log_sigma)
    seen = log_sigma + 0.5 * (e**2 + math.log(2 * math.pi))
    seen = seen - log_normal_cdf((inclination + rho * e) / ops.sqrt(1 - rho**2 + 1e-6))
    return ops.where(works > 0.5, seen, -log_normal_cdf(-inclination))


def log_normal_cdf(z):
    return ops.log(0.5 * (1 + ops.erf(z / math.sqrt(2))) + 1e-6)


def off(y_true, y_pred):
    """How far the wage is off what is offered, of all women, working or not. (b)"""
    return ops.abs(y_true[:, 2] - y_pred[:, 0])


def bias_of_others(y_true, y_pred):
    """Wage less what is offered, of those who do not work; its mean over all women. (b)"""
    return (1 - y_true[:, 0]) * (y_pred[:, 0] - y_true[:, 2])
