from keras import ops


def all_right(y_true, y_pred):
    """1 where all patterns of a wafer are told, and no other."""
    right = ops.cast(y_pred > 0.5, "int32") == ops.cast(y_true, "int32")
    return ops.cast(ops.all(right, axis=-1), "float32")
