"""YOURS. What is minimised. Shapes: b batch, c candidates."""

from keras import ops


def self_adversarial(y_true, y_pred, temperature=1.0):
    """Half of -log σ(score of the true tail) - Σ p_i log σ(-score of the false tail i), p = softmax(temperature · score).

    Args:
        y_true: Int["b"], the place of the true tail.
        y_pred: Float["b c"], scores margin - distance.
        temperature: of the weights p, which are not differentiated.
    """
    true = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)  # (b, c)
    positive = ops.softplus(-ops.sum(true * y_pred, axis=-1))
    weights = ops.softmax(temperature * y_pred - 1e9 * true, axis=-1)
    negative = ops.sum(ops.stop_gradient(weights) * ops.softplus(y_pred), axis=-1)
    return (positive + negative) / 2


def reciprocal_rank(y_true, y_pred):
    true = ops.one_hot(y_true, y_pred.shape[-1], dtype=y_pred.dtype)
    score = ops.sum(true * y_pred, axis=-1, keepdims=True)
    rank = 1 + ops.sum(ops.cast(y_pred > score, "float32"), axis=-1)
    return 1 / rank
