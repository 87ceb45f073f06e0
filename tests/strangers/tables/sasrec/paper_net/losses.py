from keras import ops


def hit(y_true, y_pred, k):
    """Share of the places asked for (y_true > 0) whose next item is among the k of largest score. (b, t), (b, t, c) to (b)."""
    asked = ops.cast(y_true > 0, "float32")
    own = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype) * y_pred, axis=-1, keepdims=True)
    rank = ops.sum(ops.cast(y_pred > own, "int32"), axis=-1)  # (b, t)
    return ops.sum(ops.cast(rank < k, "float32") * asked, axis=-1) / ops.maximum(ops.sum(asked, axis=-1), 1.0)
