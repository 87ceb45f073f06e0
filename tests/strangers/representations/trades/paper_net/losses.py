from keras import ops


def cross_entropy(label, logits):
    """-log p of the label, one value a sample."""
    log_p = ops.log_softmax(logits, axis=-1)  # (b, c)
    return -ops.sum(ops.one_hot(label, logits.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (b)


def divergence(clean, attacked):
    """KL(p of clean || p of attacked), both logits, one value a sample."""
    log_p, log_q = ops.log_softmax(clean, axis=-1), ops.log_softmax(attacked, axis=-1)  # (b, c)
    return ops.sum(ops.exp(log_p) * (log_p - log_q), axis=-1)  # (b)


def within(attacked, x, radius):
    """What is closest to `attacked` in the cube of this radius around x."""
    return ops.clip(attacked, x - radius, x + radius)
