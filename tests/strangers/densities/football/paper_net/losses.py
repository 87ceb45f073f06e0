from keras import ops


def dixon_coles(y_true, y_pred):
    """-log [tau(x, y) Poisson(x; lambda) Poisson(y; mu)], Dixon and Coles 1997, equation 4.2.

    Args:
        y_true: Float["b 2"], goals x of home and y of away.
        y_pred: Float["b 3"], log lambda, log mu, rho.
    """
    log_rates, rho = y_pred[:, :2], y_pred[:, 2]
    rates = ops.exp(log_rates)
    x, y = y_true[:, 0], y_true[:, 1]
    tau = ops.where((x == 0) & (y == 0), 1 - rates[:, 0] * rates[:, 1] * rho, 1.0)
    tau = ops.where((x == 0) & (y == 1), 1 + rates[:, 0] * rho, tau)
    tau = ops.where((x == 1) & (y == 0), 1 + rates[:, 1] * rho, tau)
    tau = ops.where((x == 1) & (y == 1), 1 - rho, tau)
    log_poisson = y_true * log_rates - rates - log_factorial(y_true)
    return -ops.sum(log_poisson, axis=-1) - ops.log(ops.maximum(tau, 0.01))


def log_factorial(n):
    """Of 0 … 30 goals."""
    factors = ops.arange(1, 31, dtype="float32")
    return ops.sum(ops.where(factors <= n[..., None], ops.log(factors), 0.0), axis=-1)


def right_winner(y_true, y_pred):
    """1 where the side with the higher rate won."""
    return ops.cast((y_pred[:, 0] - y_pred[:, 1]) * (y_true[:, 0] - y_true[:, 1]) > 0, "float32")
