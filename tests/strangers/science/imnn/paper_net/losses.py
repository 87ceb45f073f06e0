from keras import ops


def information(y_true, y_pred, step, strength, rate):
    """-ln F, with the covariance of the summaries drawn to one; of the whole batch, said once for each sample."""
    variance = covariance(y_pred[:, 0])
    distance = (variance - 1) ** 2 + (1 / variance - 1) ** 2
    weight = strength * distance / (distance + ops.exp(-rate * distance))
    value = weight * distance - ops.log(fisher(y_pred, step))
    return value * ops.ones_like(y_pred[:, 0])  # (b)


def fisher(summaries, step):
    """F = (d mean / d parameter)² / covariance; summaries (b, 3) at the fiducial, the lower and the upper parameter."""
    slope = ops.mean(summaries[:, 2] - summaries[:, 1]) / (2 * step)
    return slope**2 / covariance(summaries[:, 0])


def covariance(values):
    """Unbiased, of the values of a batch; never quite 0, so that it can be divided by."""
    count = ops.cast(ops.shape(values)[0], values.dtype)
    return ops.sum((values - ops.mean(values)) ** 2) / ops.maximum(count - 1, 1) + 1e-6


def fisher_metric(y_true, y_pred, step):
    return fisher(y_pred, step) * ops.ones_like(y_pred[:, 0])
