import math

from keras import ops


def euler_maruyama(y_true, y_pred, interval):
    """-log density of an increment (b, 1): normal about drift · h, of variance diffusivity · h; y_pred (b, 2)."""
    mean = y_pred[:, 0] * interval
    log_variance = y_pred[:, 1] + math.log(interval)
    residual = y_true[:, 0] - mean
    return (math.log(2 * math.pi) + log_variance + residual**2 * ops.exp(-log_variance)) / 2
