from keras import ops


def top1(y_true, y_pred):
    """TOP1 with the other samples of the batch as negatives.

        loss_i = mean over j of  sigmoid(r_j - r_i) + sigmoid(r_j**2),   j the items clicked elsewhere in the batch

    Args:
        y_true: Int["b"], the item clicked next.
        y_pred: Float["b items"], scores.

    Returns:
        Float["b"].

    Source: Hidasi et al. 2016, Session-based Recommendations with Recurrent Neural Networks, Section 3.2.2.
    """
    chosen = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)  # (b, items)
    scores = ops.matmul(y_pred, ops.transpose(chosen))  # (b, b): of row's sample, column's item
    positive = ops.sum(y_pred * chosen, axis=-1, keepdims=True)  # (b, 1)
    others = ops.cast(ops.expand_dims(y_true, 1) != ops.expand_dims(y_true, 0), y_pred.dtype)
    terms = ops.sigmoid(scores - positive) + ops.sigmoid(scores**2)
    return ops.sum(others * terms, axis=1) / ops.maximum(ops.sum(others, axis=1), 1.0)
