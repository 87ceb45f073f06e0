from keras import ops


def earth_mover(y_true, y_pred, r=2.0):
    """Earth mover's distance between two distributions over ordered marks.

        EMD(p, q) = (1/N Σ_k |CDF_p(k) - CDF_q(k)|^r)^(1/r)

    Args:
        y_true: Float["b n"], shares.
        y_pred: Float["b n"], probabilities.
        r: 2 to train by, 1 to judge by.

    Returns:
        Float["b"].

    Source: Talebi and Milanfar 2018, NIMA: Neural Image Assessment, arXiv 1709.05424, equation 1.
    """
    apart = ops.cumsum(y_true, axis=-1) - ops.cumsum(y_pred, axis=-1)
    return (ops.mean(ops.abs(apart) ** r, axis=-1) + 1e-12) ** (1 / r)


def mean_mark_error(y_true, y_pred):
    """How far the mean mark is off; a metric."""
    marks = ops.arange(1, y_pred.shape[-1] + 1, dtype=y_pred.dtype)
    return ops.abs(ops.sum((y_pred - y_true) * marks, axis=-1))
