"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/test_losses.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it by
`function` in conf/loss/NAME.yaml.

Shapes: b batch, *b any leading axes, c classes.
"""

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


def dice_crossentropy(y_true, y_pred, dice_weight=0.5, crossentropy_weight=0.5, smooth=1.0):
    """Soft Dice loss of each image, and the cross-entropy of its pixels.

        loss = w_d * (1 - (2 |t p| + s) / (|t| + |p| + s)) + w_c * mean(-t log p - (1 - t) log(1 - p))
        p = sigmoid(y_pred)

    Args:
        y_true: Float["b h w 1"], the mask, 0 or 1.
        y_pred: Float["b h w 1"], logits.
        dice_weight, crossentropy_weight: of the two terms.
        smooth: what keeps an empty mask defined.

    Returns:
        Float["b"], >= 0; 0 where each pixel is certain and right.
    """
    pixels = (1, 2, 3)
    y_true = ops.cast(y_true, y_pred.dtype)
    probability = ops.sigmoid(y_pred)
    overlap = ops.sum(y_true * probability, axis=pixels)  # (b)
    area = ops.sum(y_true, axis=pixels) + ops.sum(probability, axis=pixels)  # (b)
    dice = 1.0 - (2.0 * overlap + smooth) / (area + smooth)
    crossentropy = ops.mean(ops.binary_crossentropy(y_true, y_pred, from_logits=True), axis=pixels)  # (b)
    return dice_weight * dice + crossentropy_weight * crossentropy
