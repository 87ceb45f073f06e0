from keras import ops


def multinomial(y_true, y_pred):
    """Negative log-likelihood of where the reads of each strand fall, given how many; without the coefficient.

    Args:
        y_true: Float["b t s"], reads at each position of each strand.
        y_pred: Float["b t s"], logits over positions.

    Returns:
        Float["b"], the sum over both strands.

    Source: Avsec et al. 2021, Base-resolution models of transcription-factor binding, Methods.
    """
    log_p = ops.log_softmax(y_pred, axis=1)  # over positions
    return -ops.sum(y_true * log_p, axis=(1, 2))


def weighted_square(y_true, y_pred, weight):
    """The squared error of log counts, averaged over strands, times its weight against the profile."""
    return weight * ops.mean(ops.square(y_true - y_pred), axis=-1)
