import math

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
