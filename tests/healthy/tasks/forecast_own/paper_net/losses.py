"""YOURS. What is minimised.

Shapes: b batch, k positions of the horizon.
"""

from keras import ops


def huber(y_true, y_pred, delta=0.5):
    """Huber loss: quadratic in small errors, linear in the jolts.

        loss = ½ e²  where |e| <= δ,  δ (|e| - ½ δ)  elsewhere;   e = y_true - y_pred

    Args:
        y_true: Float["b k"].
        y_pred: Float["b k"].
        delta: δ, in standard deviations of the training part.

    Returns:
        Float["b"], >= 0, the mean over the horizon.

    Source: Huber 1964, Robust Estimation of a Location Parameter.
    """
    error = ops.abs(y_true - y_pred)
    quadratic, linear = 0.5 * ops.square(error), delta * (error - 0.5 * delta)
    return ops.mean(ops.where(error <= delta, quadratic, linear), axis=-1)  # (b)
