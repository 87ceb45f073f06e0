from keras import ops


def poisson_deviance(y_true, y_pred):
    """Unit deviance of Poisson's distribution: 2 (m - y + y log(y / m)), for y claims where m are expected.

    Args:
        y_true: Float["b 1"], claims.
        y_pred: Float["b 1"], > 0.

    Source: Richman & Wüthrich 2021, arXiv 2107.11059, Section 3.
    """
    y_pred = ops.maximum(y_pred, 1e-7)
    ratio = ops.where(y_true > 0, y_true, 1.0) / y_pred  # of no claim, the term is 0
    return ops.mean(2 * (y_pred - y_true + y_true * ops.log(ratio)), axis=-1)
