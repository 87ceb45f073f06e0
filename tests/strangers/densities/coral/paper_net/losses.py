from keras import ops


def coral(y_true, y_pred):
    """The cross-entropy of each threshold, is the rank above it or not, summed over the thresholds."""
    rank = ops.expand_dims(ops.cast(y_true, "int32"), -1)  # (b, 1)
    above = ops.cast(rank > ops.arange(y_pred.shape[-1], dtype="int32"), y_pred.dtype)  # (b, thresholds)
    return ops.sum(ops.softplus(y_pred) - above * y_pred, axis=-1)  # (b)


def rank_error(y_true, y_pred):
    """How many ranks apart: the predicted one is the number of thresholds that are more likely passed than not."""
    rank = ops.sum(ops.cast(y_pred > 0, "float32"), axis=-1)
    return ops.abs(ops.cast(y_true, "float32") - rank)  # (b)
