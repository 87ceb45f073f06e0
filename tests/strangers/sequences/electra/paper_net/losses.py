from keras import ops


def replaced_token_detection(y_true, y_pred):
    """The discriminator's loss: is each word the original one? Over all words of the sentence, not the masked alone.

    Args:
        y_true: Int["b t"], 1 where the word was replaced.
        y_pred: Float["b t"], logits of that.

    Returns:
        Float["b"].

    Source: Clark et al. 2020, ELECTRA, arXiv 2003.10555, section 2.
    """
    y_true = ops.cast(y_true, y_pred.dtype)
    each = ops.softplus(y_pred) - y_true * y_pred  # (b, t)
    return ops.mean(each, axis=-1)
