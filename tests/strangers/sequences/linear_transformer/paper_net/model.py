import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, depth):
    """A causal linear transformer (Katharopoulos et al. 2020): attention as a running sum of phi(k) v'."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    symbols = keras.Input(inputs.shape, dtype=inputs.dtype, name="symbols")  # (b, t)
    x = layers.Embedding(inputs.classes, width, name="embedding")(symbols)
    x = x + layers.Embedding(inputs.shape[0], width, name="position")(ops.arange(inputs.shape[0]))  # (b, t, width)
    for i in range(depth):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        q, k, v = (dense(width, y, name=f"{name}_{i}") for name in ("query", "key", "value"))
        y = LinearAttention(heads, name=f"attention_{i}")(q, k, v)
        x = x + dense(width, y, name=f"out_{i}")
        y = layers.LayerNormalization(name=f"norm_mlp_{i}")(x)
        x = x + dense(width, dense(2 * width, y, activation="gelu", name=f"hidden_{i}"), name=f"mlp_{i}")
    x = layers.LayerNormalization(name="norm")(x)
    return keras.Model(symbols, dense(targets.classes, x, name="logits"), name="linear_transformer")  # (b, t, classes)


class LinearAttention(layers.Layer):
    """phi(q_i)' S_i / (phi(q_i)' z_i), with S_i = sum of phi(k_j) v_j' and z_i = sum of phi(k_j) over j <= i."""

    def __init__(self, heads, **options):
        super().__init__(**options)
        self.heads = heads

    def split(self, x):
        x = ops.reshape(x, (-1, x.shape[1], self.heads, x.shape[2] // self.heads))
        return ops.transpose(x, (0, 2, 1, 3))  # (b, h, t, d)

    def call(self, q, k, v):
        q, k, v = self.split(q), self.split(k), self.split(v)
        q, k = ops.elu(q) + 1, ops.elu(k) + 1  # equation 7
        s = ops.cumsum(k[..., :, None] * v[..., None, :], axis=2)  # (b, h, t, d, d)
        z = ops.cumsum(k, axis=2)  # (b, h, t, d)
        y = ops.einsum("bhtd,bhtde->bhte", q, s) / (ops.sum(q * z, axis=-1, keepdims=True) + 1e-6)
        y = ops.transpose(y, (0, 2, 1, 3))  # (b, t, h, d)
        return ops.reshape(y, (-1, y.shape[1], self.heads * y.shape[3]))
