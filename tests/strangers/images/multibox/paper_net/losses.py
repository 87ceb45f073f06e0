"""YOURS. What is minimised. Shapes: b batch, a anchors, c classes (0 the background)."""

from keras import ops


def multibox(y_true, y_pred, ratio):
    """SSD's loss, equations 1 to 3: (confidence + localization) / matched anchors.

    Args:
        y_true: Float["b a 5"], class and offsets.
        y_pred: Float["b a c+4"], logits and offsets.
        ratio: how many anchors of the background count for each matched one; the hardest do.

    Returns:
        Float["b"].
    """
    classes = ops.cast(y_true[..., 0], "int32")
    logits, offsets = y_pred[..., :-4], y_pred[..., -4:]
    confidence = -ops.sum(ops.one_hot(classes, logits.shape[-1], dtype=logits.dtype) * ops.log_softmax(logits), axis=-1)
    positive = ops.cast(classes > 0, logits.dtype)  # (b, a)
    matches = ops.sum(positive, axis=-1, keepdims=True)

    # hard negative mining: of the background, those that lose most
    hardness = ops.where(positive > 0, -1.0, confidence)
    rank = ops.argsort(ops.argsort(-hardness, axis=-1), axis=-1)
    mined = ops.cast(ops.cast(rank, logits.dtype) < ratio * matches, logits.dtype) * (1 - positive)

    away = ops.abs(y_true[..., 1:] - offsets)
    smooth = ops.sum(ops.where(away < 1, 0.5 * away**2, away - 0.5), axis=-1)
    total = ops.sum((positive + mined) * confidence + positive * smooth, axis=-1)
    return total / ops.maximum(matches[:, 0], 1)


def right(y_true):
    """The best answer: certain of the class, and the offsets."""
    return ops.concatenate([30 * ops.one_hot(ops.cast(y_true[..., 0], "int32"), 3), y_true[..., 1:]], axis=-1)
