from keras import ops


def threshold(z):
    """tau of Martins & Astudillo 2016, Algorithm 1; (b, 1)."""
    n = z.shape[-1]
    falling = -ops.sort(-z, axis=-1)
    total = ops.cumsum(falling, axis=-1)
    k = ops.arange(1, n + 1, dtype=z.dtype)
    support = ops.sum(ops.cast(1 + k * falling > total, "int32"), axis=-1, keepdims=True)  # (b, 1)
    return (ops.take_along_axis(total, support - 1, axis=-1) - 1) / ops.cast(support, z.dtype)


def sparsemax(z):
    """The nearest point of the simplex."""
    return ops.maximum(z - threshold(z), 0.0)


def sparsemax_loss(y_true, y_pred):
    """-q·z + ½ sum over the support of (z² - tau²) + ½ |q|², equation 29; q shares, z scores; Float["b"]."""
    tau = threshold(y_pred)
    inside = ops.where(y_pred > tau, y_pred**2 - tau**2, 0.0)
    return -ops.sum(y_true * y_pred, axis=-1) + 0.5 * ops.sum(inside, axis=-1) + 0.5 * ops.sum(y_true**2, axis=-1)


def jensen_shannon(y_true, y_pred):
    """Between the true shares and sparsemax of the scores, in nats: 0 to ln 2."""
    p = sparsemax(y_pred)
    mean = (p + y_true) / 2

    def kl(a):
        return ops.sum(ops.where(a > 0, a * ops.log(ops.maximum(a, 1e-9) / ops.maximum(mean, 1e-9)), 0.0), axis=-1)

    return (kl(p) + kl(y_true)) / 2


def best(y_true):
    return y_true
