from keras import ops


def angles(bins, low, step):
    return low + step * ops.arange(bins, dtype="float32")


def label_distribution(y_true, y_pred, low=-75.0, step=5.0, sigma=5.0):
    """KL divergence of the answer from a Gaussian around the label, over the bins.

    Args:
        y_true: Float["b"], the angle.
        y_pred: Float["b bins"], logits of the angles low, low + step, …

    Source: Gao et al. 2017, arXiv 1611.01731, equations 2 and 4.
    """
    distance = (angles(y_pred.shape[-1], low, step) - ops.expand_dims(y_true, -1)) / sigma  # (b, bins)
    log_target = ops.log_softmax(-0.5 * distance**2, axis=-1)
    log_p = ops.log_softmax(y_pred, axis=-1)
    return ops.sum(ops.exp(log_target) * (log_target - log_p), axis=-1)


def degrees_off(y_true, y_pred, low=-75.0, step=5.0):
    """Distance of the expected angle from the true one: what the paper reports."""
    expected = ops.sum(ops.softmax(y_pred, axis=-1) * angles(y_pred.shape[-1], low, step), axis=-1)
    return ops.abs(expected - y_true)
