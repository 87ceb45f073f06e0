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


def nested(y_true, y_pred):
    """Class-balanced cross-entropy of every side output and of the fused one, summed.

    Args:
        y_true: Float["b h w 1"], 1 on an edge.
        y_pred: Float["b h w s"], logits; the last channel is the fused one.

    Source: Xie & Tu 2015, Holistically-Nested Edge Detection, equations 2 to 5.
    """
    beta = 1 - ops.mean(y_true, axis=(1, 2, 3), keepdims=True)  # (b, 1, 1, 1): share of what is no edge
    positive = -beta * y_true * ops.log_sigmoid(y_pred)
    negative = -(1 - beta) * (1 - y_true) * ops.log_sigmoid(-y_pred)
    return ops.sum(ops.mean(positive + negative, axis=(1, 2)), axis=-1)  # (b)


def certain(y_true):
    """The perfect logits, of the three sides and the fused one."""
    return ops.repeat(40.0 * y_true - 20.0, 4, axis=-1)


def f_measure(y_true, y_pred):
    """2 TP / (2 TP + FP + FN) of an image, of the fused output, at a probability of a half."""
    found, edge = ops.cast(y_pred[..., -1] > 0, y_pred.dtype), y_true[..., 0]
    hits = ops.sum(found * edge, axis=(1, 2))
    return 2 * hits / ops.maximum(ops.sum(found, axis=(1, 2)) + ops.sum(edge, axis=(1, 2)), 1)
