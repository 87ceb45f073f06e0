from keras import ops


def errors(y_true, y_pred):
    """The squared error of each utterance with the voices in their order, and in the other one: two of Float["b"]."""
    kept = ops.mean(ops.square(y_true - y_pred), axis=(1, 2, 3))
    swapped = ops.mean(ops.square(y_true[:, ::-1] - y_pred), axis=(1, 2, 3))
    return kept, swapped


def permutation_invariant(y_true, y_pred):
    """The squared error under the better of both orders of the voices, which is one for the whole utterance.

    Args:
        y_true: Float["b 2 t f"].
        y_pred: Float["b 2 t f"].

    Returns:
        Float["b"].
    """
    kept, swapped = errors(y_true, y_pred)
    return ops.minimum(kept, swapped)


def same(y_true):
    """The best prediction: the voices, in their order or the other."""
    return y_true


def snr(y_true, y_pred):
    """Decibels of the voices over the error, under the better order; one value an utterance."""
    energy = ops.mean(ops.square(y_true), axis=(1, 2, 3))
    return 10 * ops.log10((energy + 1e-8) / (ops.minimum(*errors(y_true, y_pred)) + 1e-8))
