"""What is minimised."""

from keras import ops


def discretized_logistics(y_true, y_pred, levels):
    """-log of the probability of each step's level (PixelCNN++, equation 2).

    Args:
        y_true: (b, t), levels 0 ... levels - 1.
        y_pred: (b, t, 3 k): logits of the mixture, means, log scales; in units where the levels span -1 ... 1.
        levels: how many; the lowest has all mass below its upper edge, the highest all above its lower one.

    Returns:
        (b, t), nats.
    """
    x = (y_true / (levels - 1) * 2 - 1)[..., None]  # (b, t, 1)
    logits, mean, log_scale = ops.split(y_pred, 3, axis=-1)  # (b, t, k) each
    scale = ops.exp(ops.maximum(log_scale, -6.0))
    half = 1 / (levels - 1)
    upper, lower = (x + half - mean) / scale, (x - half - mean) / scale
    middle = ops.sigmoid(upper) - ops.sigmoid(lower)
    mass = ops.where(x < -1 + half, ops.sigmoid(upper), ops.where(x > 1 - half, ops.sigmoid(-lower), middle))
    return -ops.logsumexp(ops.log_softmax(logits, axis=-1) + ops.log(ops.maximum(mass, 1e-9)), axis=-1)
