from keras import ops


def permuted(y_true, y_pred):
    """Squared error of the whole utterance under the better of the two assignments."""
    straight = ops.mean((y_true - y_pred) ** 2, axis=(1, 2, 3))  # (b)
    crossed = ops.mean((y_true - ops.flip(y_pred, axis=1)) ** 2, axis=(1, 2, 3))  # (b)
    return ops.minimum(straight, crossed)


def gain(y_true, y_pred):
    """Signal to distortion in dB, of each utterance as a whole under the assignment that is better for it."""
    power = ops.sum(y_true**2, axis=(1, 2, 3))
    straight = ops.sum((y_true - y_pred) ** 2, axis=(1, 2, 3))
    crossed = ops.sum((y_true - y_pred[:, ::-1]) ** 2, axis=(1, 2, 3))
    return 10 * ops.log10(power / ops.maximum(ops.minimum(straight, crossed), 1e-7))
