from keras import ops


def phases(y_true, y_pred):
    """Cross-entropy of a distribution over P, S and noise, at each sample of the trace.

    Args:
        y_true: Float["*b 3"], probabilities.
        y_pred: Float["*b 3"], logits.

    Returns:
        Float["*b"], at least the entropy of y_true.

    Source: Zhu & Beroza 2018, equation 2.
    """
    return -ops.sum(y_true * ops.log_softmax(y_pred, axis=-1), axis=-1)


def certain(y_true):
    """The best y_pred of `phases`: its logits are the logarithms of the probabilities."""
    return ops.log(ops.maximum(y_true, 1e-9))


def picked(y_true, y_pred, phase, within=4):
    """Share of traces whose pick, the most probable sample of the phase, is at most `within` samples off."""
    probability = ops.softmax(y_pred, axis=-1)[..., phase]  # (b, t)
    pick, truth = ops.argmax(probability, axis=1), ops.argmax(y_true[..., phase], axis=1)
    return ops.cast(ops.abs(pick - truth) <= within, "float32")
