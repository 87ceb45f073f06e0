"""YOURS. What is minimised.

Shapes: b batch.
"""

from keras import ops


def squared_residual(y_true, y_pred):
    """The squared residual of the equation at each collocation point.

    Args:
        y_true: Float["b 1"], the right-hand side.
        y_pred: Float["b 1"], the left-hand side: derivatives of what the network predicts (model.py, Oscillator).

    Returns:
        Float["b"], >= 0.

    Source: Raissi et al. 2019, Physics-informed neural networks, equation 4.
    """
    return ops.mean(ops.square(y_pred - y_true), axis=-1)  # (b)
