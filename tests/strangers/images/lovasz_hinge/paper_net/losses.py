from keras import ops


def lovasz_gradient(truth):
    """The extension's gradient w.r.t. sorted errors, (b, p). Source: algorithm 1 of Berman et al. 2018.

    Args:
        truth: Float["b p"], 0 or 1, in the order of falling errors.
    """
    total = ops.sum(truth, axis=1, keepdims=True)
    intersection = total - ops.cumsum(truth, axis=1)
    union = total + ops.cumsum(1 - truth, axis=1)
    jaccard_loss = 1 - intersection / union
    return ops.concatenate([jaccard_loss[:, :1], jaccard_loss[:, 1:] - jaccard_loss[:, :-1]], axis=1)


def lovasz_hinge(y_true, y_pred):
    """sum_i m_(i) g_i with hinge errors m = max(0, 1 - y F) in falling order; one value an image.

    Args:
        y_true: Float["b …"], 0 or 1.
        y_pred: Float["b …"], scores, positive where foreground.
    """
    batch = ops.shape(y_pred)[0]
    truth, scores = ops.reshape(y_true, (batch, -1)), ops.reshape(y_pred, (batch, -1))
    errors = 1 - scores * (2 * truth - 1)
    order = ops.argsort(-errors, axis=1)
    errors = ops.take_along_axis(errors, order, axis=1)
    truth = ops.take_along_axis(truth, order, axis=1)
    return ops.sum(ops.relu(errors) * ops.stop_gradient(lovasz_gradient(truth)), axis=1)


def margins(y_true):
    """Scores with a margin of one on the right side."""
    return 2 * y_true - 1


def jaccard(y_true, y_pred):
    """Intersection over union of the foreground, (b)."""
    found = ops.cast(ops.reshape(y_pred, ops.shape(y_true)) > 0, "float32")
    axes = (1, 2)
    intersection = ops.sum(found * y_true, axis=axes)
    return intersection / (ops.sum(found + y_true, axis=axes) - intersection)
