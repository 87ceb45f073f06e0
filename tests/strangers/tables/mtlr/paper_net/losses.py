import keras
from keras import ops


def mtlr(y_true, y_pred):
    """-log p(interval) of those seen to die, -log p(this interval or later) of the others.

    Args:
        y_true: Float["b 2"], interval and whether death was seen.
        y_pred: Float["b intervals"], scores.

    Source: Yu et al. 2011, Section 3.2.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, intervals)
    interval = ops.cast(y_true[:, :1], "int32")  # (b, 1)
    places = ops.arange(y_pred.shape[-1])  # (intervals)
    possible = ops.where(y_true[:, 1:] > 0.5, places == interval, places >= interval)  # (b, intervals)
    return -ops.logsumexp(ops.where(possible, log_p, -1e9), axis=-1)


class Concordance(keras.metrics.Metric):
    """Share of comparable pairs of a batch (one seen to die, before the other) whose expected intervals are in order."""

    def __init__(self, name="concordance", **options):
        super().__init__(name=name, **options)
        self.right = self.add_weight(shape=(), initializer="zeros", name="right")
        self.pairs = self.add_weight(shape=(), initializer="zeros", name="pairs")

    def update_state(self, y_true, y_pred, sample_weight=None):
        time, died = y_true[:, 0], y_true[:, 1]
        places = ops.cast(ops.arange(y_pred.shape[-1]), "float32")
        expected = ops.sum(ops.softmax(y_pred, axis=-1) * places, axis=-1)  # (b)
        comparable = ops.cast(time[:, None] < time[None, :], "float32") * died[:, None]  # (b, b)
        self.right.assign_add(ops.sum(comparable * ops.cast(expected[:, None] < expected[None, :], "float32")))
        self.pairs.assign_add(ops.sum(comparable))

    def result(self):
        return self.right / ops.maximum(self.pairs, 1.0)
