import tensorflow as tf
from keras import ops


def negative_binomial(y_true, y_pred):
    """-log probability of a count of mean m and variance m + a m^2."""
    # y_true: Int["b t"]; y_pred: Float["b t 2"], m and a, both above 0. One value a day.
    y = ops.cast(y_true, y_pred.dtype)
    mean, dispersion = ops.maximum(y_pred[..., 0], 1e-6), ops.maximum(y_pred[..., 1], 1e-4)
    shape = 1 / dispersion
    return (
        tf.math.lgamma(y + 1)
        + tf.math.lgamma(shape)
        - tf.math.lgamma(y + shape)
        + shape * ops.log1p(dispersion * mean)
        - y * ops.log(dispersion * mean / (1 + dispersion * mean))
    )
