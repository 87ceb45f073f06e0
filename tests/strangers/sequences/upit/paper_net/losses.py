from keras import ops


def permutation_invariant(y_true, y_pred):
    """uPIT: the squared error under the better one of the two assignments, which holds for the whole utterance.

    Args:
        y_true: Float["b t 2 f"], the voices.
        y_pred: Float["b t 2 f"], what the network takes for them.

    Returns:
        Float["b"].

    Source: Kolbæk et al. 2017, Multitalker Speech Separation with Utterance-level PIT, arXiv 1703.06284.
    """
    straight = ops.square(y_true - y_pred)  # (b, t, 2, f)
    crossed = ops.square(ops.flip(y_true, axis=2) - y_pred)
    axes = (1, 2, 3)
    return ops.minimum(ops.mean(straight, axis=axes), ops.mean(crossed, axis=axes))


def improvement(y_true, y_pred):
    """Decibels of the signal over the error, above those of the halved mixture, under the better assignment."""
    half = ops.sum(y_true, axis=2, keepdims=True) / 2
    total = lambda error: ops.sum(ops.square(error), axis=(1, 2, 3))  # noqa: E731
    error = ops.minimum(total(y_true - y_pred), total(y_true[:, :, ::-1] - y_pred))
    return 10 * (ops.log10(total(y_true - half)) - ops.log10(error))
