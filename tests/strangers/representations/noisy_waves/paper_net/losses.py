"""What is minimised. Shapes: b batch, c classes."""

from keras import ops


def generalized_crossentropy(y_true, y_pred, q):
    """Zhang & Sabuncu 2018, equation 6.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], probabilities.
        q: 0 … 1; the larger, the less a label counts that the network holds for unlikely.

    Returns:
        Float["b"], from 0 to 1 / q.
    """
    p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype) * y_pred, axis=-1)  # (b)
    return (1 - ops.power(ops.clip(p, 1e-7, 1.0), q)) / q


def right(y_true, classes):
    """The best prediction: all of the probability on the true class."""
    return ops.one_hot(y_true, classes)
