import math

from keras import ops


def pen_nll(y_true, y_pred):
    """-log of the mixture's density at the next offset, -log of the probability of the lifted pen (equations 23 to 26)."""
    m = (y_pred.shape[-1] - 1) // 6
    lift, weight, mx, my, sx, sy, rho = ops.split(y_pred, [1 + i * m for i in range(6)], axis=-1)
    dx, dy, lifted = y_true[..., 0:1], y_true[..., 1:2], y_true[..., 2]
    rho = 0.999 * ops.tanh(rho)
    x, y = (dx - mx) * ops.exp(-sx), (dy - my) * ops.exp(-sy)  # (*b, m)
    z = x**2 + y**2 - 2 * rho * x * y
    free = 1 - rho**2
    log_normal = -math.log(2 * math.pi) - sx - sy - 0.5 * ops.log(free) - z / (2 * free)
    offset = ops.logsumexp(ops.log_softmax(weight, axis=-1) + log_normal, axis=-1)  # (*b)
    lift = lift[..., 0]
    pen = lifted * ops.softplus(-lift) + (1 - lifted) * ops.softplus(lift)
    return pen - offset
