import numpy as np
from keras import ops


def focal(y_true, y_pred, gamma=2.0):
    """Focal loss: cross-entropy that looks away from what is already well classified.

        loss = -(1 - p)**gamma * log(p),   p = softmax(y_pred)[y_true]

    Args:
        y_true: Int["*b"], the class, 0 … c - 1.
        y_pred: Float["*b c"], logits.
        gamma: 1 or more; the larger, the less the easy samples count. (0 would be cross-entropy.)

    Returns:
        Float["*b"], >= 0, at most the cross-entropy; 0 where the prediction is certain and right.

    Raises:
        ValueError: shapes that do not belong together, or gamma below 1, whose gradient is infinite at p = 1.

    Source: Lin et al. 2017, Focal Loss for Dense Object Detection, arXiv 1708.02002, equation 4.
    """
    if gamma < 1:
        raise ValueError(f"focal: gamma must be 1 or more. Received gamma={gamma}; for 0 take the cross-entropy.")
    if tuple(y_true.shape) != tuple(y_pred.shape)[:-1]:
        raise ValueError(
            "focal: expected y_true of shape (*b) and y_pred of shape (*b, classes). "
            f"Received y_true.shape={tuple(y_true.shape)}, y_pred.shape={tuple(y_pred.shape)}."
        )
    log_p = ops.log_softmax(y_pred, axis=-1)  # (*b, c)
    log_p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (*b)
    # 1 - p = -expm1(log p), which keeps its digits where p is close to 1
    return -((-ops.expm1(log_p)) ** gamma) * log_p


def gaussian_histogram(y_true, edges, sigma):
    """What a normal distribution about each value puts into each bin; what falls outside is shared out."""
    below = ops.erf((edges - y_true) / (sigma * 2**0.5))  # (b, bins + 1)
    mass = below[:, 1:] - below[:, :-1]
    return mass / ops.sum(mass, axis=-1, keepdims=True)  # (b, bins)


def support(low, high, bins):
    """The bins' edges."""
    return np.linspace(low, high, bins + 1).astype("float32")


def histogram(y_true, y_pred, low, high, bins, sigma):
    """HL-Gaussian: cross-entropy of the bins' probabilities to a normal distribution about the value.

    Args:
        y_true: Float["b 1"], the value.
        y_pred: Float["b bins"], logits.
        low, high: ends of the support.
        bins: of equal width.
        sigma: of the normal distribution, in the unit of the value.

    Source: Imani & White 2018, Improving Regression Performance with Distributional Losses.
    """
    wanted = gaussian_histogram(ops.clip(y_true, low, high), support(low, high, bins), sigma)
    return -ops.sum(wanted * ops.log_softmax(y_pred, axis=-1), axis=-1)  # (b,)


def best_logits(y_true, low, high, bins, sigma):
    """The logits that the loss is least at."""
    return ops.log(gaussian_histogram(ops.clip(y_true, low, high), support(low, high, bins), sigma) + 1e-12)


def absolute_error(y_true, y_pred, low, high, bins):
    """How far the mean of the predicted distribution is from the value."""
    edges = support(low, high, bins)
    centres = (edges[1:] + edges[:-1]) / 2
    value = ops.sum(ops.softmax(y_pred, axis=-1) * centres, axis=-1)
    return ops.abs(y_true[:, 0] - value)  # (b,)
