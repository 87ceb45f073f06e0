from keras import ops


def balanced_logistic(y_true, y_pred):
    """Logistic loss of a response map, where the places of the object count as much in all as the others.

        l(y, v) = log(1 + exp(-y v)),   y = 1 or -1

    Args:
        y_true: Int["b h w"], 1 where the object is, 0 elsewhere.
        y_pred: Float["b h w"], the response.

    Returns:
        Float["b"].

    Source: Bertinetto et al. 2016, Fully-Convolutional Siamese Networks for Object Tracking, arXiv 1606.09549,
    equations 3 and 6.
    """
    positive = ops.cast(y_true, y_pred.dtype)
    loss = ops.softplus(-(2 * positive - 1) * y_pred)
    weight = positive / ops.sum(positive, axis=(1, 2), keepdims=True)
    weight += (1 - positive) / ops.sum(1 - positive, axis=(1, 2), keepdims=True)
    return ops.sum(weight * loss, axis=(1, 2)) / 2


def found(y_true, y_pred):
    """1 where the highest response is at the object, else 0; a metric."""
    b = ops.shape(y_pred)[0]
    highest = ops.argmax(ops.reshape(y_pred, (b, -1)), axis=-1)
    y_true = ops.reshape(ops.cast(y_true, y_pred.dtype), (b, -1))
    return ops.take_along_axis(y_true, highest[:, None], axis=-1)[:, 0]
