import tensorflow as tf
from keras import ops


def beta(y_true, y_pred):
    """-log of the Beta density of a share in (0, 1); below 0 where the density is above 1. Outside there is none."""
    # y_true: Float["b"]; y_pred: Float["b 2"], the logit of the mean and the log of the precision a + b.
    mean = ops.sigmoid(y_pred[..., 0])
    precision = ops.exp(ops.clip(y_pred[..., 1], -5.0, 10.0))
    a, b = mean * precision + 1e-6, (1 - mean) * precision + 1e-6
    inside = (y_true > 0) & (y_true < 1)
    y = ops.where(inside, y_true, 0.5)
    loss = (
        tf.math.lgamma(a) + tf.math.lgamma(b) - tf.math.lgamma(a + b) - (a - 1) * ops.log(y) - (b - 1) * ops.log1p(-y)
    )
    return ops.where(inside, loss, 1e3)


def absolute(y_true, y_pred):
    """How far the mean is from the share."""
    return ops.abs(y_true - ops.sigmoid(y_pred[..., 0]))
