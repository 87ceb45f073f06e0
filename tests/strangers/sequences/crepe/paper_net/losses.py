from keras import ops


def logits_of(y_true):
    """The best logits: of the blurred targets themselves."""
    p = ops.clip(y_true, 1e-6, 1 - 1e-6)
    return ops.log(p) - ops.log1p(-p)


def cents(activation):
    """The pitch in cents above the first bin: the mean of the bins around the peak, weighted (equation 2)."""
    bins = ops.arange(activation.shape[-1], dtype="float32")
    peak = ops.cast(ops.argmax(activation, axis=-1), "float32")
    near = activation * ops.cast(ops.abs(bins - peak[..., None]) <= 2, "float32")
    return 100 * ops.sum(near * bins, axis=-1) / (ops.sum(near, axis=-1) + 1e-9)


def raw_pitch(y_true, y_pred):
    """1 where the pitch is within half a semitone of the true one."""
    return ops.cast(ops.abs(cents(y_true) - cents(ops.sigmoid(y_pred))) < 50, "float32")
