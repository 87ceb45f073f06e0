from keras import ops


def extreme_value(y_true, y_pred):
    """-log density of a generalized extreme value distribution; shapes closer to 0 than 0.001 count as 0.001."""
    location, scale, shape = y_pred[..., 0], y_pred[..., 1], y_pred[..., 2]
    shape = ops.where(ops.abs(shape) < 1e-3, 1e-3, shape)
    base = 1 + shape * (y_true[..., 0] - location) / scale
    # outside the support, where the density is 0, the loss goes on from close to its edge, and rises
    inside = ops.log(ops.maximum(base, 0.01))
    outside = 100 * ops.relu(0.01 - base)
    # far below the location exp would overflow: from e^5 on, where the density is e^-148, it goes on as a line
    exponent = -inside / shape
    rare = ops.exp(ops.minimum(exponent, 5.0)) * (1 + ops.relu(exponent - 5))
    return ops.log(scale) + (1 + 1 / shape) * inside + rare + outside
