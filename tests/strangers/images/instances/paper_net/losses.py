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


def members(y_true, y_pred, most):
    """One-hot instances (b, p, most) of the pixels, which exist (b, most), embeddings (b, p, c), means (b, most, c)."""
    c, pixels = y_pred.shape[-1], math.prod(y_pred.shape[1:-1])
    of = ops.one_hot(ops.reshape(y_true, (-1, pixels)), most + 1, dtype=y_pred.dtype)[..., 1:]  # without background
    x = ops.reshape(y_pred, (-1, pixels, c))
    size = ops.sum(of, axis=1)  # (b, most)
    means = ops.matmul(ops.transpose(of, (0, 2, 1)), x) / ops.maximum(size, 1)[..., None]  # (b, most, c)
    return of, ops.cast(size > 0, y_pred.dtype), x, means


def length(x, axis=-1):
    return ops.sqrt(ops.sum(x**2, axis=axis) + 1e-8)


def discriminative(y_true, y_pred, most=4, pull=0.5, push=1.5, gamma=0.001):
    """Pixels of one instance within `pull` of their mean, means of two at least 2 `push` apart.

    Args:
        y_true: Int["b h w"], the instance, 0 is background and not judged.
        y_pred: Float["b h w c"], embeddings.

    Source: De Brabandere et al. 2017, Semantic Instance Segmentation with a Discriminative Loss, equations 1 to 4.
    """
    of, there, x, means = members(y_true, y_pred, most)
    count = ops.sum(there, axis=-1)  # (b)
    away = length(x - ops.matmul(of, means))  # (b, p), of each pixel from its own mean
    outside = ops.maximum(away - pull, 0.0) ** 2
    size = ops.maximum(ops.sum(of, axis=1), 1)
    variance = ops.sum(ops.sum(of * outside[..., None], axis=1) / size, axis=-1) / count
    pairs = there[:, :, None] * there[:, None, :] * (1 - ops.eye(most))  # (b, most, most)
    apart = length(means[:, :, None] - means[:, None])
    close = ops.maximum(2 * push - apart, 0.0) ** 2
    distance = ops.sum(pairs * close, axis=(1, 2)) / ops.maximum(count * (count - 1), 1)
    regular = ops.sum(there * length(means), axis=-1) / count
    return variance + distance + gamma * regular


def apart(y_true):
    """Perfect embeddings for up to seven instances: corners far enough from each other."""
    return 2.2 * ops.one_hot(y_true, 8, dtype="float32")


def own_mean(y_true, y_pred, most=4):
    """Share of an image's object pixels that lie closest to the mean of their own instance."""
    of, there, x, means = members(y_true, y_pred, most)
    far = length(x[:, :, None] - means[:, None]) + 1e6 * (1 - there[:, None])  # (b, p, most)
    right = ops.cast(ops.argmin(far, axis=-1) == ops.argmax(of, axis=-1), y_pred.dtype)
    objects = ops.sum(of, axis=-1)
    return ops.sum(right * objects, axis=-1) / ops.sum(objects, axis=-1)
