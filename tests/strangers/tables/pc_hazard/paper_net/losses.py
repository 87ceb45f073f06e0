import keras
from keras import ops


def cumulative(y_true, hazard):
    """The hazard that has been gone through until the time of y_true: Float["b"]."""
    interval, share = y_true[:, :1], y_true[:, 1:2]
    place = ops.arange(hazard.shape[-1], dtype=hazard.dtype)  # (m)
    lived = ops.where(place < interval, 1.0, ops.where(place == interval, share, 0.0))  # (b, m), of each interval
    return ops.sum(lived * hazard, axis=-1)


def piecewise_hazard(y_true, hazard):
    """-log likelihood under hazards that are constant in each interval: H(t) - event * log h(t).

    Args:
        y_true: Float["b 3"], interval, share of it, event.
        hazard: Float["b m"], > 0, per interval.

    Returns:
        Float["b"].

    Source: Kvamme & Borgan 2019, equation 11.
    """
    here = ops.one_hot(ops.cast(y_true[:, 0], "int32"), hazard.shape[-1], dtype=hazard.dtype)
    log_hazard = ops.log(ops.sum(here * hazard, axis=-1) + 1e-7)
    return cumulative(y_true, hazard) - y_true[:, 2] * log_hazard


def excess(y_true, hazard):
    """The martingale residual, events seen less events expected, whose mean is 0 if the hazards are right: Float["b"]."""
    return y_true[:, 2] - cumulative(y_true, hazard)


class Concordance(keras.metrics.Metric):
    """Of the pairs in a batch whose order is known: in how many does the earlier one have the larger total hazard?"""

    def __init__(self, name="concordance", **options):
        super().__init__(name=name, **options)
        self.right = self.add_weight(name="right", initializer="zeros")
        self.pairs = self.add_weight(name="pairs", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        time, risk = y_true[:, 0] + y_true[:, 1], ops.sum(y_pred, axis=-1)
        known = (time[:, None] < time[None, :]) & (y_true[:, 2:] > 0.5)
        right = known & (risk[:, None] > risk[None, :])
        self.right.assign_add(ops.sum(ops.cast(right, "float32")))
        self.pairs.assign_add(ops.sum(ops.cast(known, "float32")))

    def result(self):
        return self.right / ops.maximum(self.pairs, 1.0)
