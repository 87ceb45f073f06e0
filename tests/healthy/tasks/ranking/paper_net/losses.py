"""YOURS. What is minimised: ListNet, Cao et al. 2007. Shapes: b batch, d documents."""

from keras import ops


def list_net(y_true, y_pred):
    """Cross-entropy of the scores' softmax over a list against that of its grades.

    Args:
        y_true: Float["b d"], grades.
        y_pred: Float["b d"], scores.

    Returns:
        Float["b"]; least, at the entropy of the grades' softmax, where scores are grades up to a constant.
    """
    return -ops.sum(ops.softmax(y_true, axis=-1) * ops.log_softmax(y_pred, axis=-1), axis=-1)


def top_right(y_true, y_pred):
    """Whether what is ranked first has the best grade of its list; Float["b"]."""
    first = ops.one_hot(ops.argmax(y_pred, axis=-1), y_pred.shape[-1], dtype="float32")
    return ops.cast(ops.sum(first * y_true, axis=-1) >= ops.max(y_true, axis=-1), "float32")
