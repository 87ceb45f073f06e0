"""YOURS. What is minimised.

Shapes: b batch.
"""

from keras import ops


def td_huber(y_true, y_pred, delta=1.0):
    """Huber loss of the temporal difference: its gradient is clipped to ± delta, as in DQN.

        loss = ½ e²  where |e| <= δ,  δ (|e| - ½ δ)  elsewhere;   e = y_true - y_pred

    Args:
        y_true: Float["b 1"], r + γ max Q'; where there is no bootstrapping, the reward.
        y_pred: Float["b 1"], Q of the action taken.
        delta: δ.

    Returns:
        Float["b"], >= 0.

    Source: Mnih et al. 2015, Human-level control, Nature 518, methods.
    """
    error = ops.abs(ops.cast(y_true, y_pred.dtype) - y_pred)
    small = ops.minimum(error, delta)
    return ops.mean(0.5 * ops.square(small) + delta * (error - small), axis=-1)  # (b)
