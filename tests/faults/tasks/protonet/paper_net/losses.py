"""YOURS. What is minimised.

Shapes: b batch, q queries, w ways.
"""

from keras import ops


def prototypical(y_true, y_pred):
    """Mean over an episode's queries of -log p(its class), p the softmax of minus the squared distances.

    Args:
        y_true: Int["b q"], which of the ways.
        y_pred: Float["b q w"], minus the squared distance to each prototype.

    Returns:
        Float["b"], >= 0.

    Source: Snell et al. 2017, Prototypical Networks for Few-shot Learning, arXiv 1703.05175, equation 2.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, q, w)
    chosen = ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype)
    return -ops.mean(ops.sum(chosen * log_p, axis=-1), axis=-1)  # (b)
