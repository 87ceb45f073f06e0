"""YOURS. What is minimised: two tasks, weighed by learnt uncertainties, after Kendall et al. 2018, arXiv 1705.07115.

Shapes: b batch.
"""

from keras import ops


def weighed(y_true, y_pred):
    """exp(-s1) / 2 · squared error + s1 / 2 + exp(-s2) · cross-entropy + s2 / 2; s are log-variances.

    Args:
        y_true: Float["b 3"]: two values, a class.
        y_pred: Float["b 7"]: two values, three logits, s1 and s2, the same for all samples.

    Returns:
        Float["b"]; not bounded below, as the uncertainties shrink with the errors.
    """
    squared = ops.mean(ops.square(y_true[..., :2] - y_pred[..., :2]), axis=-1)
    cross = ops.sparse_categorical_crossentropy(ops.cast(y_true[..., 2], "int32"), y_pred[..., 2:5], from_logits=True)
    s1, s2 = y_pred[..., 5], y_pred[..., 6]
    return ops.exp(-s1) / 2 * squared + s1 / 2 + ops.exp(-s2) * cross + s2 / 2


def direction_error(y_true, y_pred):
    """Degrees between the directions; Float["b"]."""
    true, found = (ops.arctan2(y[..., 1], y[..., 0]) / 2 for y in (y_true, y_pred))
    return 180 / 3.14159265 * ops.abs(ops.arctan(ops.tan(true - found)))


def width_right(y_true, y_pred):
    """Whether the likeliest class is the right one; Float["b"]."""
    return ops.cast(ops.equal(ops.argmax(y_pred[..., 2:5], axis=-1), ops.cast(y_true[..., 2], "int32")), "float32")
