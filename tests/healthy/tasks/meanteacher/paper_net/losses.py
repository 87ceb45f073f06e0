"""YOURS. What is minimised.

Shapes: b batch, c classes.
"""

from keras import ops


def labelled_only(y_true, y_pred):
    """Cross-entropy of the samples that have a label; those with -1 count as zero.

    The mean is over the whole batch, as in the paper, where unlabelled samples dilute the cost.

    Args:
        y_true: Int["b"], the class, 0 … c - 1, or -1.
        y_pred: Float["b c"], logits.

    Returns:
        Float["b"], >= 0.

    Source: Tarvainen & Valpola 2017, Mean teachers are better role models, arXiv 1703.01780, section 2.
    """
    y_true = ops.cast(y_true, "int32")
    labelled = ops.cast(y_true >= 0, y_pred.dtype)  # (b)
    certain = ops.one_hot(ops.maximum(y_true, 0), y_pred.shape[-1], dtype=y_pred.dtype)
    return -labelled * ops.sum(certain * ops.log_softmax(y_pred, axis=-1), axis=-1)  # (b)
