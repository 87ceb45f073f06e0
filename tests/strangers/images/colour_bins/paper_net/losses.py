"""YOURS. What is minimised. Shapes: b batch, h w of a tile, q colour bins."""

import numpy as np
from keras import ops


def rebalanced(y_true, y_pred, shares, uniform=0.5):
    """Cross-entropy of the colour bins, in which a rare colour counts more; (b, h, w).

        weight = 1 / ((1 - uniform) * share + uniform / q), scaled such that its mean over the pixels is 1

    Args:
        y_true: Int["b h w"], the bin.
        y_pred: Float["b h w q"], logits.
        shares: of the pixels of the training split, by bin.
        uniform: how much of a uniform distribution is mixed in.

    Source: Zhang et al. 2016, equation 4.
    """
    shares = np.array(shares) / np.sum(shares)
    weight = 1 / ((1 - uniform) * shares + uniform / len(shares))
    weight = weight / np.sum(shares * weight)
    log_p = ops.log_softmax(y_pred, axis=-1)
    true = ops.one_hot(y_true, len(shares), dtype=log_p.dtype)
    return -ops.sum(true * log_p * ops.convert_to_tensor(weight, dtype=log_p.dtype), axis=-1)


def mean_over_colours(y_true, y_pred, shares):
    """1 / share of the true bin where it is predicted, over the number of bins: about the mean recall; (b, h, w)."""
    right = ops.cast(ops.equal(ops.cast(y_true, "int32"), ops.cast(ops.argmax(y_pred, -1), "int32")), "float32")
    rare = ops.convert_to_tensor(1 / np.array(shares) / len(shares), dtype="float32")
    return right * ops.take(rare, ops.cast(y_true, "int32"))
