import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks):
    """A retentive network, in its parallel form."""
    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")  # (b, t)
    x = layers.Embedding(inputs.classes, width, name="embedding")(tokens)  # (b, t, width)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm{i}a")(x)
        x = x + Retention(heads, initializer, name=f"retention{i}")(y)
        y = layers.LayerNormalization(name=f"norm{i}b")(x)
        y = dense(2 * width, initializer, y, f"wide{i}", activation="gelu")
        x = x + dense(width, initializer, y, f"narrow{i}")
    x = layers.LayerNormalization(name="norm")(x)
    return keras.Model(tokens, dense(targets.classes, initializer, x, "logits"), name="retnet")  # (b, t, classes)


def dense(units, initializer, x, name, **kwargs):
    return layers.Dense(
        units,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
        **kwargs,
    )(x)


def decay(length, heads):
    """D of equation 5 for each head: gamma^(n - m) where n >= m, gamma = 1 - 2^(-5 - head)."""
    gamma = 1 - 2.0 ** (-5 - np.arange(heads))
    n, m = np.meshgrid(np.arange(length), np.arange(length), indexing="ij")
    return np.where(n >= m, gamma[:, None, None] ** np.maximum(n - m, 0), 0).astype("float32")  # (heads, t, t)


def rotated(x):
    """Pairs of neighbours in the last axis of x (…, t, width), turned by an angle that grows with the step."""
    half = x.shape[-1] // 2
    theta = 10000.0 ** (-np.arange(half) / half)
    angle = np.repeat(np.arange(x.shape[-2])[:, None] * theta, 2, axis=-1).astype("float32")  # (t, width)
    pairs = ops.reshape(x, (-1, *x.shape[1:-1], half, 2))
    turned = ops.reshape(ops.stack([-pairs[..., 1], pairs[..., 0]], axis=-1), (-1, *x.shape[1:]))
    return x * np.cos(angle) + turned * np.sin(angle)


class Retention(layers.Layer):
    """Multi-scale retention, equations 5 and 8: (Q K' * D) V, normalized in each head, gated by swish."""

    def __init__(self, heads, initializer, **kwargs):
        super().__init__(**kwargs)
        self.heads, self.initializer = heads, initializer

    def build(self, shape):
        width = shape[-1]
        self.kernels = {
            name: self.add_weight(shape=(width, width), initializer=self.initializer.kernel(), name=name)
            for name in ["query", "key", "value", "gate", "out"]
        }
        self.decay = decay(shape[1], self.heads)

    def call(self, x):
        q = rotated(self.split(x @ self.kernels["query"]))  # (b, heads, t, width / heads)
        k = rotated(self.split(x @ self.kernels["key"])) / np.sqrt(x.shape[-1] // self.heads)
        v = self.split(x @ self.kernels["value"])
        y = (q @ ops.swapaxes(k, -1, -2) * self.decay) @ v
        y = y * ops.rsqrt(ops.var(y, axis=-1, keepdims=True) + 1e-5)
        y = ops.reshape(ops.transpose(y, (0, 2, 1, 3)), (-1, *x.shape[1:]))  # (b, t, width)
        return (ops.silu(x @ self.kernels["gate"]) * y) @ self.kernels["out"]

    def split(self, x):
        """(b, t, width) → (b, heads, t, width / heads)."""
        x = ops.reshape(x, (-1, x.shape[1], self.heads, x.shape[2] // self.heads))
        return ops.transpose(x, (0, 2, 1, 3))
