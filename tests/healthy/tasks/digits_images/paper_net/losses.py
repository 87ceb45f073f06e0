"""YOURS. What is minimised.

Contract: f(y_true, y_pred, …) returns one value a sample, or one a sample and position; Keras averages them. Name it by
`function` in conf/loss/NAME.yaml.

Shapes: b batch, *b any leading axes, c classes.
"""

from keras import ops


def focal(y_true, y_pred, gamma=2.0):
    """Focal loss: (1 - p)**gamma * -log(p), p = softmax(y_pred)[y_true]. Lin et al. 2017, equation 4.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], logits.
        gamma: 1 or more.

    Returns:
        Float["b"], >= 0.
    """
    log_p = ops.log_softmax(y_pred, axis=-1)  # (b, c)
    log_p = ops.sum(ops.one_hot(y_true, y_pred.shape[-1], dtype=log_p.dtype) * log_p, axis=-1)  # (b)
    return -((-ops.expm1(log_p)) ** gamma) * log_p


def smoothed(y_true, y_pred, smoothing=0.1):
    """Cross-entropy against labels of which a share is spread over all classes. Szegedy et al. 2016.

    Args:
        y_true: Int["b"], the class.
        y_pred: Float["b c"], logits.
        smoothing: the share, 0 … 1.

    Returns:
        Float["b"], at least the entropy of a smoothed label.
    """
    classes = y_pred.shape[-1]
    q = (1 - smoothing) * ops.one_hot(y_true, classes, dtype=y_pred.dtype) + smoothing / classes  # (b, c)
    return -ops.sum(q * ops.log_softmax(y_pred, axis=-1), axis=-1)


def divergence(y_true, y_pred):
    """Kullback-Leibler divergence of the predicted distribution from the target's: sum q (log q - log p).

    Args:
        y_true: Float["b c"], a distribution q.
        y_pred: Float["b c"], logits of p.

    Returns:
        Float["b"], >= 0; 0 where p equals q.
    """
    log_q = ops.log(ops.maximum(y_true, 1e-9))
    return ops.sum(y_true * (log_q - ops.log_softmax(y_pred, axis=-1)), axis=-1)
