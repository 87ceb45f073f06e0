from keras import ops


def solved(y_true, y_pred):
    """1 where every cell of the row is right. (b, t), (b, t, c) to (b)."""
    right = ops.equal(ops.cast(y_true, "int32"), ops.cast(ops.argmax(y_pred, axis=-1), "int32"))
    return ops.cast(ops.all(right, axis=-1), "float32")
