import keras
from keras import ops


def focal(y_true, y_pred, gamma=2.0):
    """Focal loss: cross-entropy that looks away from what is already well classified.

        loss = -(1 - p)**gamma * log(p),   p = softmax(y_pred)[y_true]

    Args:
        y_true: Int["*b"], the class, 0 … c - 1.
        y_pred: Float["*b c"], logits.
        gamma: 1 or more; the larger, the less the easy samples count. (0 would be cross-entropy.)

    Returns:
        Float["*b"], >= 0, at most the cross-entropy; 0 where the prediction is certain and right.

    Raises:
        ValueError: shapes that do not belong together, or gamma below 1, whose gradient is infinite at p = 1.

    Source: Lin et al. 2017, Focal Loss for Dense Object Detection, arXiv 1708.02002, equation 4.
    """
    if gamma < 1:
        raise ValueError(f"focal: gamma must be 1 or more. Received gamma={gamma}; for 0 take the cross-entropy.")
    if tuple(y_true.shape) != tuple(y_pred.shape)[:-1]:
        raise ValueError(
            "focal: expected y_true of shape (*b) and y_pred of shape (*b, classes). "
            f"Received y_true.shape={tuple(y_true.shape)}, y_pred.shape={tuple(y_pred.shape)}."
        )
    log_p = ops.log_softmax(y_pred, axis=-1)  # (*b, c)
    log_p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (*b)
    # 1 - p = -expm1(log p), which keeps its digits where p is close to 1
    return -((-ops.expm1(log_p)) ** gamma) * log_p


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
