from keras import ops


def beta_binomial(y_true, y_pred, seeds):
    """Minus the log probability of y of n seeds, whose share is a beta variable of mean m and strength s.

        p(y) = (n over y) (a)_y (b)_(n-y) / (s)_n,   a = m s,  b = (1 - m) s,  (a)_y = a (a + 1) … (a + y - 1)

    Args:
        y_true: Float["b 1"], 0 … n.
        y_pred: Float["b 2"], the logit of m and log s.
        seeds: n.

    Returns:
        Float["b"], >= 0.
    """
    mean, strength = ops.sigmoid(y_pred[:, :1]), ops.exp(ops.clip(y_pred[:, 1:], -4.0, 6.0))  # (b, 1)
    step = ops.arange(seeds, dtype=y_pred.dtype)[None]  # (1, n)

    def rising(a, count):
        return ops.sum(ops.where(step < count, ops.log(a + step), 0.0), axis=-1)  # (b,)

    log_ways = rising(ops.ones_like(mean), seeds) - rising(ops.ones_like(mean), y_true)
    log_ways = log_ways - rising(ops.ones_like(mean), seeds - y_true)
    a, b = mean * strength + 1e-6, (1 - mean) * strength + 1e-6
    return rising(strength, seeds) - rising(a, y_true) - rising(b, seeds - y_true) - log_ways


def share_error(y_true, y_pred, seeds):
    """How far the mean is from the share that germinated: Float["b"]."""
    return ops.abs(y_true[:, 0] / seeds - ops.sigmoid(y_pred[:, 0]))
