import math

from keras import ops


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
