import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks):
    """iTransformer: the whole past of one variate is one token, and attention runs between variates."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    horizon = targets.shape[0]
    past = keras.Input(inputs.shape, dtype=inputs.dtype, name="past")  # (b, t, n)
    mean = ops.mean(past, axis=1, keepdims=True)  # (b, 1, n)
    std = ops.sqrt(ops.var(past, axis=1, keepdims=True) + 1e-5)  # (b, 1, n)
    x = layers.Permute((2, 1), name="variates")((past - mean) / std)  # (b, n, t)
    x = dense(width, x, name="embedding")  # (b, n, width)
    for i in range(blocks):
        attention = layers.MultiHeadAttention(
            heads, width // heads, kernel_initializer=initializer.kernel(), name=f"attention_{i}"
        )
        x = layers.LayerNormalization(name=f"norm_{i}_a")(x + attention(x, x))
        hidden = dense(2 * width, x, activation="gelu", name=f"hidden_{i}")
        x = layers.LayerNormalization(name=f"norm_{i}_b")(x + dense(width, hidden, name=f"out_{i}"))
    x = dense(horizon, x, name="projection")  # (b, n, horizon)
    x = layers.Permute((2, 1), name="forecast")(x)  # (b, horizon, n)
    return keras.Model(past, x * std + mean, name="itransformer")
