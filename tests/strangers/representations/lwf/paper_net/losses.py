"""Shapes: b batch, c classes."""

from keras import ops


def distillation(y_true, y_pred, temperature):
    """Divergence of what is said now from what was said, both at a temperature: Li & Hoiem 2016, equations 2 to 4.

    Args:
        y_true: Float["b c"], probabilities that were recorded.
        y_pred: Float["b c"], logits.
        temperature: above 1, small probabilities count more.

    Returns:
        Float["b"], their cross-entropy without the recorded ones' own entropy: 0 where nothing is forgotten.
    """
    recorded = ops.maximum(y_true, 1e-7) ** (1 / temperature)
    recorded = recorded / ops.sum(recorded, axis=-1, keepdims=True)
    now = ops.log_softmax(y_pred / temperature, axis=-1)
    return ops.sum(recorded * (ops.log(recorded) - now), axis=-1)
