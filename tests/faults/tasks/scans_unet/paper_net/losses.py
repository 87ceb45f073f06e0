"""YOURS. What is minimised: most of the intelligence is here, so each loss has its own tests (tests/loss_cases.py).

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it by
`function` in conf/loss/NAME.yaml.

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


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
