import math

from keras import ops


def von_mises(y_true, y_pred):
    """-log of the von Mises density of an angle.

        loss = log(2 pi I0(k)) - k cos(y - mean),   (k cos(mean), k sin(mean)) = y_pred

    Args:
        y_true: Float["b 1"], radians.
        y_pred: Float["b 2"].

    Returns:
        Float["b"].
    """
    k = ops.sqrt(ops.sum(y_pred**2, axis=-1, keepdims=True) + 1e-8)  # (b, 1)
    grid = ops.linspace(0.0, math.pi, 129)[:-1] + math.pi / 256
    log_i0 = ops.logsumexp(k * ops.cos(grid), axis=-1) - math.log(128)  # the mean over the half circle
    aligned = y_pred[:, 0] * ops.cos(y_true[:, 0]) + y_pred[:, 1] * ops.sin(y_true[:, 0])
    return math.log(2 * math.pi) + log_i0 - aligned


def degrees_off(y_true, y_pred):
    """The angle between the heading and its mean, in degrees."""
    off = y_true[:, 0] - ops.arctan2(y_pred[:, 1], y_pred[:, 0])
    return ops.abs(ops.arctan2(ops.sin(off), ops.cos(off))) * 180 / math.pi
