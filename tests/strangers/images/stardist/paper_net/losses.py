from keras import ops


def stardist(y_true, y_pred, distances=0.2, background=0.0001):
    """Cross-entropy of the object probability; error of the distances, weighted by that probability.

        loss = bce(p, sigmoid(p')) + distances * p * mean |d - d'| + background * [p = 0] * mean |d'|

    Args:
        y_true: Float["*b 1+rays"], object probability p, then the distances d.
        y_pred: Float["*b 1+rays"], its logit, then the distances.
        distances: weight of the error of the distances.
        background: weight of their size where there is no object.

    Returns:
        Float["*b"].

    Source: Schmidt et al. 2018, Section 2.1, and the authors' code.
    """
    p, logit = y_true[..., 0], y_pred[..., 0]
    entropy = ops.maximum(logit, 0.0) - logit * p + ops.log1p(ops.exp(-ops.abs(logit)))
    error = ops.mean(ops.abs(y_true[..., 1:] - y_pred[..., 1:]), axis=-1)
    nothing = ops.cast(p == 0, y_pred.dtype)
    size = ops.mean(ops.abs(y_pred[..., 1:]), axis=-1)
    return entropy + distances * p * error + background * nothing * size


def right(y_true):
    """The best prediction: the logit of the probability, the distances."""
    p = ops.clip(y_true[..., :1], 1e-6, 1 - 1e-6)
    return ops.concatenate([ops.log(p) - ops.log(1 - p), y_true[..., 1:]], axis=-1)


def ray_error(y_true, y_pred):
    """Mean error of the distances in pixels, over the pixels of objects; one a sample."""
    there = ops.cast(y_true[..., 0] > 0, y_pred.dtype)
    error = ops.mean(ops.abs(y_true[..., 1:] - y_pred[..., 1:]), axis=-1)
    return ops.sum(there * error, axis=(1, 2)) / ops.maximum(ops.sum(there, axis=(1, 2)), 1.0)
