from keras import ops


def every_step(y_true, y_pred):
    """Cross-entropy of each cell after each step of message passing, averaged.

    Args:
        y_true: Int["b cells"], digits from 0.
        y_pred: Float["b steps cells digits"], logits.

    Returns:
        Float["b"], >= 0.

    Source: Palm et al. 2018, Section 2.4: "a loss at every step".
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, steps, cells, digits)
    right = ops.expand_dims(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype), 1)
    return -ops.mean(ops.sum(right * log_p, axis=-1), axis=(1, 2))


def cells(y_true, y_pred):
    """Share of the cells that are right after the last step."""
    digit = ops.cast(ops.argmax(y_pred[:, -1], axis=-1), y_true.dtype)
    return ops.mean(ops.cast(digit == y_true, "float32"), axis=-1)


def solved(y_true, y_pred):
    """1 where the whole grid is right after the last step."""
    digit = ops.cast(ops.argmax(y_pred[:, -1], axis=-1), y_true.dtype)
    return ops.cast(ops.all(digit == y_true, axis=-1), "float32")
