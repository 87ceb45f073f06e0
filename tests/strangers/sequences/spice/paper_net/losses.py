from keras import ops


def huber(error, tau):
    """A half of the square up to tau, and straight on from there."""
    size = ops.abs(ops.convert_to_tensor(error))
    return ops.where(size <= tau, 0.5 * size**2, 0.5 * tau**2 + tau * (size - tau))


def pitch_loss(first, second, step, sigma, tau):
    """How far the pitches of two cuts are from lying `step` bins of sigma each apart, equations 2 and 3."""
    first, second, step = (ops.convert_to_tensor(value) for value in (first, second, step))
    return huber((first - second) - sigma * step, tau)


def centred_error(estimate, pitch):
    """The mean distance in bins, once the offset that nothing tells is taken out: the batch's median."""
    offset = ops.convert_to_tensor(estimate) - ops.convert_to_tensor(pitch)
    return ops.mean(ops.abs(offset - ops.median(offset)))
