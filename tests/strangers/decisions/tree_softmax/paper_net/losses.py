from keras import ops


def tree(y_true, y_pred):
    """-log of the probability of a word: the product of the decisions from the root of a binary tree to its leaf.

    Args:
        y_true: Int["b"], the word, 0 … c - 1, c a power of 2.
        y_pred: Float["b c-1"], logits of going right at the inner nodes, the root first, then level by level.

    Returns:
        Float["b"], >= 0.

    Source: Morin & Bengio 2005, equation 2.
    """
    depth = (y_pred.shape[-1] + 1).bit_length() - 1
    word = ops.cast(ops.reshape(y_true, (-1, 1)), "int32")  # (b, 1)
    powers = ops.convert_to_tensor([2 ** (depth - d) for d in range(depth)], "int32")
    node = 2**depth // powers - 1 + word // powers  # (b, depth): the inner node at each level
    right = (word // (powers // 2)) % 2  # (b, depth): the way taken there
    logits = ops.take_along_axis(y_pred, node, axis=-1)
    return ops.sum(ops.softplus(ops.where(right == 1, -logits, logits)), axis=-1)
