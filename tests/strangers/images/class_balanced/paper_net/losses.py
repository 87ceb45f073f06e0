from keras import ops


def class_balanced(y_true, y_pred, counts, beta):
    """Softmax cross-entropy, weighted by one over the effective number of the class's samples; weights' mean is 1."""
    weights = [(1 - beta) / (1 - beta**count) for count in counts]
    weights = ops.convert_to_tensor([weight * len(weights) / sum(weights) for weight in weights], dtype=y_pred.dtype)
    hot = ops.one_hot(ops.cast(y_true, "int32"), len(counts), dtype=y_pred.dtype)
    return ops.sum(-hot * weights * ops.log_softmax(y_pred, axis=-1), axis=-1)
