"""YOURS. What is minimised. Shapes: b batch, h w of the image. y_true are metres, y_pred their logarithm."""

from keras import ops


def log_depth(y_true):
    """The best prediction."""
    return ops.log(ops.maximum(y_true, 0.01))


def scale_invariant(y_true, y_pred, share=0.5):
    """mean(d²) - share * mean(d)², d = y_pred - log y_true, over the pixels that were measured; (b).

    Source: Eigen et al. 2014, equation 4.
    """
    measured = ops.cast(y_true > 0, y_pred.dtype)
    d = measured * (y_pred - log_depth(y_true))
    n = ops.maximum(ops.sum(measured, axis=(1, 2, 3)), 1)
    squares = ops.sum(ops.square(d), axis=(1, 2, 3)) / n
    return squares - share * ops.square(ops.sum(d, axis=(1, 2, 3)) / n)


def within(y_true, y_pred, factor=1.25):
    """Share of the measured pixels whose depth is right up to a factor; (b)."""
    measured = ops.cast(y_true > 0, y_pred.dtype)
    right = ops.abs(y_pred - log_depth(y_true)) < ops.log(factor)
    right = ops.cast(right, y_pred.dtype) * measured
    return ops.sum(right, axis=(1, 2, 3)) / ops.maximum(ops.sum(measured, axis=(1, 2, 3)), 1)
