from keras import ops


def node_entropy(y_true, y_pred):
    """Cross-entropy of each graph's nodes, over those that exist.

    Args:
        y_true: Float["b n"], 1 reached, 0 not reached, -1 no node.
        y_pred: Float["b n"], logits.

    Returns:
        Float["b"]
    """
    exists = ops.cast(y_true >= 0, y_pred.dtype)
    entropy = ops.softplus(y_pred) - y_true * y_pred
    return ops.sum(exists * entropy, axis=-1) / ops.sum(exists, axis=-1)


def node_accuracy(y_true, y_pred):
    exists = ops.cast(y_true >= 0, y_pred.dtype)
    right = ops.cast((y_pred > 0) == (y_true > 0.5), y_pred.dtype)
    return ops.sum(exists * right, axis=-1) / ops.sum(exists, axis=-1)
