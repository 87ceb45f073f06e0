import math

from keras import ops


def mixture(y_true, y_pred):
    """Minus the log of a mixture of round normal distributions.

    Args:
        y_true: Float["b d"].
        y_pred: Float["b k 2+d"], for each kernel: logit of its weight, log of its width, its centre.

    Source: Bishop 1994, Mixture Density Networks, section 3.
    """
    log_weights = ops.log_softmax(y_pred[:, :, 0], axis=-1)  # (b, k)
    log_widths = y_pred[:, :, 1]
    d = y_true.shape[-1]
    square = ops.sum(ops.square(ops.expand_dims(y_true, 1) - y_pred[:, :, 2:]), axis=-1)  # (b, k)
    log_kernels = -0.5 * square * ops.exp(-2 * log_widths) - d * log_widths - 0.5 * d * math.log(2 * math.pi)
    return -ops.logsumexp(log_weights + log_kernels, axis=-1)  # (b,)


def hand(angles):
    """Where the hand is, of the angles (b, 2)."""
    first, both = angles[:, 0], angles[:, 0] + angles[:, 1]
    x = 0.8 * ops.cos(first) - 0.2 * ops.cos(both)
    return ops.stack([x, 0.8 * ops.sin(first) - 0.2 * ops.sin(both)], axis=-1)  # (b, 2)


def misses_by(y_true, y_pred):
    """How far from its place the hand comes, with the centre of the kernel of most weight for angles."""
    most = ops.one_hot(ops.argmax(y_pred[:, :, 0], axis=-1), y_pred.shape[1])  # (b, k)
    angles = ops.sum(ops.expand_dims(most, -1) * y_pred[:, :, 2:], axis=1)  # (b, 2)
    return ops.sqrt(ops.sum(ops.square(hand(angles) - hand(y_true)), axis=-1))
