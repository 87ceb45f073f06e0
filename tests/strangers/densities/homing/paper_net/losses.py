import math

import numpy as np
from keras import ops


def von_mises(y_true, y_pred):
    """-log density of an angle: log(2 pi I0(k)) - k cos(angle - mean), of the vector k (cos, sin)(mean)."""
    # It has a period of 2 pi, so it is a density on one turn, and none on the line.
    along = y_pred[..., 0] * ops.cos(y_true) + y_pred[..., 1] * ops.sin(y_true)
    k = ops.sqrt(ops.sum(y_pred**2, axis=-1) + 1e-8)
    return math.log(2 * math.pi) + log_bessel(k) - along


def log_bessel(k, points=256):
    """log I0(k): I0 is the mean of exp(k cos t) over the circle, which equally spaced points give to all digits."""
    turn = np.cos(2 * np.pi * np.arange(points) / points) - 1
    return k + ops.logsumexp(k[..., None] * ops.convert_to_tensor(turn, dtype=k.dtype), axis=-1) - math.log(points)
