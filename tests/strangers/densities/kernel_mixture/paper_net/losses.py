import math

from keras import ops


def mixture_nll(y_true, y_pred):
    """-log of a mixture of normal kernels.

    Args:
        y_true: Float["b 1"].
        y_pred: Float["b k 3"]: weight, centre and width of each kernel.

    Returns:
        Float["b"].
    """
    weight, centre, width = y_pred[..., 0], y_pred[..., 1], y_pred[..., 2]  # (b, k)
    log_kernel = -0.5 * ((y_true - centre) / width) ** 2 - ops.log(width) - 0.5 * math.log(2 * math.pi)
    return -ops.logsumexp(ops.log(weight + 1e-12) + log_kernel, axis=-1)
