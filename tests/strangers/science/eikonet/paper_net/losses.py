from keras import ops


def eikonal_velocity(factor, slope, offset):
    """1 / |∇T| of T = distance · factor, by the product rule; slope is the factor's gradient at the receiver."""
    distance2 = ops.sum(offset**2, axis=-1)
    along = ops.sum(offset * slope, axis=-1)
    slowness2 = distance2 * ops.sum(slope**2, axis=-1) + 2 * factor * along + factor**2
    return 1 / ops.sqrt(ops.maximum(slowness2, 1e-3))


def eikonal(velocity, factor, slope, offset):
    """(v - 1 / |∇T|)², one a pair."""
    return (velocity - eikonal_velocity(factor, slope, offset)) ** 2
