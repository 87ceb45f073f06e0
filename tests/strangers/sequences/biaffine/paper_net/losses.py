from keras import ops


def words_of(y_true):
    """1 where a place holds a word: only the root and what fills up are their own heads. Float["b n"]."""
    return ops.cast(ops.not_equal(y_true, ops.arange(y_true.shape[-1], dtype=y_true.dtype)), "float32")


def head_crossentropy(y_true, y_pred):
    """-log p(the head) of each word, averaged over the words of a sentence.

    Args:
        y_true: Int["b n"], the places of the heads.
        y_pred: Float["b n n"], the scores of each place, along the last axis.

    Returns:
        Float["b"].
    """
    words = words_of(y_true)
    log_p = ops.log_softmax(y_pred, axis=-1)
    of_head = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (b, n)
    return -ops.sum(words * of_head, axis=-1) / ops.sum(words, axis=-1)


def attachment(y_true, y_pred):
    """The share of a sentence's words whose head is found (UAS)."""
    words = words_of(y_true)
    right = ops.cast(ops.equal(ops.cast(ops.argmax(y_pred, axis=-1), y_true.dtype), y_true), "float32")
    return ops.sum(words * right, axis=-1) / ops.sum(words, axis=-1)
