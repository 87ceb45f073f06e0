import math

from keras import ops


def log_density(gaps, mixture, center, spread):
    """Log of the mixture's density of each gap: exp(spread * z + center), z from a mixture of normals."""
    logits, means, log_scales = ops.split(mixture, 3, axis=-1)  # (b, t, components) each
    log_gaps = ops.log(gaps)
    z = ops.expand_dims((log_gaps - center) / spread, -1)
    log_normal = -0.5 * ops.square((z - means) * ops.exp(-log_scales)) - log_scales - 0.5 * math.log(2 * math.pi)
    log_mixture = ops.logsumexp(ops.log_softmax(logits, axis=-1) + log_normal, axis=-1)  # (b, t)
    return log_mixture - math.log(spread) - log_gaps


def mixture_nll(y_true, y_pred, center=0.0, spread=1.0):
    """Mean -log p of a sequence's gaps; a gap of 0 is filling."""
    there = ops.cast(y_true > 0, y_pred.dtype)  # (b, t)
    gaps = ops.where(y_true > 0, y_true, 1.0)
    log_p = log_density(gaps, y_pred, center, spread)
    return -ops.sum(there * log_p, axis=-1) / ops.sum(there, axis=-1)  # (b)
