import math

from keras import ops


def bernstein(y, order):
    """The order + 1 Bernstein polynomials at y, Float["b 1"]: Float["b order+1"]."""
    return ops.concatenate([math.comb(order, k) * y**k * (1 - y) ** (order - k) for k in range(order + 1)], axis=-1)


def transformation(y_true, y_pred):
    """Negative log-likelihood of a conditional transformation model.

        loss = -log N(h(y); 0, 1) - log h'(y),   h(y) = sum_k theta_k B_k(y)

    Args:
        y_true: Float["b 1"], in 0 … 1; h goes on as a line outside.
        y_pred: Float["b order+1"], rising coefficients theta.

    Returns:
        Float["b"].

    Source: Sick et al. 2021, equations 4 to 6.
    """
    order = y_pred.shape[-1] - 1
    inside = ops.clip(y_true, 0.0, 1.0)  # (b, 1)
    slope = order * ops.sum((y_pred[:, 1:] - y_pred[:, :-1]) * bernstein(inside, order - 1), axis=-1)  # (b)
    h = ops.sum(y_pred * bernstein(inside, order), axis=-1) + slope * (y_true - inside)[:, 0]  # (b)
    base = 0.5 * h**2 + 0.5 * math.log(2 * math.pi)
    return base - ops.log(slope + 1e-7)
