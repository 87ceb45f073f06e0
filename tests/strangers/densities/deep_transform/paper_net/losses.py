import math

from keras import ops


def transformation(y_true, y_pred):
    """Negative log-likelihood where h(y), an increasing Bernstein polynomial, is standard normal.

        -log f(y) = h(y)² / 2 + log(2 pi) / 2 - log h'(y)

    Args:
        y_true: Float["b 1"], scaled so that 0 … 1 holds the training's; linear beyond.
        y_pred: Float["b m"], raw coefficients: the first one, and what softplus makes the steps to the next ones.

    Source: Sick et al. 2020, Deep transformation models, equations 5 to 8.
    """
    order = y_pred.shape[-1] - 1
    steps = ops.softplus(y_pred[:, 1:])  # (b, order)
    theta = y_pred[:, :1] + ops.concatenate([ops.zeros_like(steps[:, :1]), ops.cumsum(steps, axis=-1)], axis=-1)
    inside = ops.clip(y_true, 0.0, 1.0)  # (b, 1)
    h = ops.sum(bernstein(inside, order) * theta, axis=-1)
    slope = order * ops.sum(bernstein(inside, order - 1) * steps, axis=-1)
    h = h + slope * (y_true - inside)[:, 0]
    return h**2 / 2 + math.log(2 * math.pi) / 2 - ops.log(slope + 1e-12)


def bernstein(y, order):
    """The order + 1 Bernstein polynomials at y, Float["b 1"] → Float["b order+1"]."""
    return ops.concatenate([math.comb(order, k) * y**k * (1 - y) ** (order - k) for k in range(order + 1)], axis=-1)
