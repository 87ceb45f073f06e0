import math

from keras import ops


def von_mises(y_true, y_pred):
    """Negative log density of an angle under a mixture.

    Args:
        y_true: Float["b 1"], radians.
        y_pred: Float["b m 4"], of each mode cosine and sine of its direction, concentration, log weight.

    Returns:
        Float["b"], in nats per radian.
    """
    cosine, sine, width, log_weight = (y_pred[..., i] for i in range(4))  # (b, m)
    away = cosine * ops.cos(y_true) + sine * ops.sin(y_true)  # the cosine of the difference
    log_density = width * away - log_bessel(width) - math.log(2 * math.pi)
    return -ops.logsumexp(log_weight + log_density, axis=-1)


def log_bessel(x):
    """log I0(x), the mean of exp(x cos t) over a circle, at 64 places of it: exact below x of about 60."""
    places = ops.cos(2 * math.pi * ops.arange(64, dtype="float32") / 64)
    return ops.logsumexp(x[..., None] * places, axis=-1) - math.log(64)
