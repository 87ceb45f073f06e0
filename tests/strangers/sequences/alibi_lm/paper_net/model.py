"""What learns: a decoder-only transformer that knows positions by its attention's biases alone.

Shapes: b batch, t tokens, k heads, d of a head.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks, positions):
    """From tokens (b, t) to logits of the token that follows each (b, t, classes)."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")
    x = layers.Embedding(inputs.classes, width, name="embedding")(tokens)  # (b, t, width)
    for i in range(blocks):
        y = layers.LayerNormalization(name=f"norm_{i}")(x)
        q, k, v = (dense(y, width, name=f"{name}_{i}") for name in ("query", "key", "value"))
        y = Attention(heads, positions == "alibi", name=f"attention_{i}")(q, k, v)
        x = layers.Add(name=f"attended_{i}")([x, dense(y, width, name=f"mix_{i}")])
        y = layers.LayerNormalization(name=f"norm_forward_{i}")(x)
        y = dense(dense(y, 2 * width, activation="relu", name=f"wide_{i}"), width, name=f"narrow_{i}")
        x = layers.Add(name=f"forward_{i}")([x, y])
    x = layers.LayerNormalization(name="norm")(x)
    return keras.Model(tokens, dense(x, targets.classes, name="logits"), name="alibi")


class Attention(layers.Layer):
    """Causal attention with linear biases: softmax(q k / sqrt(d) - m (i - j)), m of each head.

    Source: Press et al. 2022, Section 3: the slopes are 2^(-8/k), 2^(-16/k) … of k heads.
    """

    def __init__(self, heads, linear_biases, **options):
        super().__init__(**options)
        self.heads, self.linear_biases = heads, linear_biases
        self.slopes = (2.0 ** (-8 * np.arange(1, heads + 1) / heads)).astype("float32")

    def call(self, q, k, v):
        q, k, v = (self.split(x) for x in (q, k, v))  # (b, k, t, d)
        scores = ops.matmul(q, ops.transpose(k, (0, 1, 3, 2))) / q.shape[-1] ** 0.5  # (b, k, t, t)
        place = ops.arange(ops.shape(scores)[-1])
        distance = ops.expand_dims(place, 1) - ops.expand_dims(place, 0)  # (t, t): i - j
        if self.linear_biases:
            scores = scores - self.slopes[:, None, None] * ops.cast(distance, scores.dtype)
        scores = ops.where(distance >= 0, scores, -1e9)
        x = ops.matmul(ops.softmax(scores, axis=-1), v)  # (b, k, t, d)
        x = ops.transpose(x, (0, 2, 1, 3))
        return ops.reshape(x, (-1, ops.shape(x)[1], self.heads * x.shape[-1]))

    def split(self, x):
        d = x.shape[-1] // self.heads
        x = ops.reshape(x, (-1, ops.shape(x)[1], self.heads, d))
        return ops.transpose(x, (0, 2, 1, 3))

    def compute_output_shape(self, q_shape, k_shape, v_shape):
        return q_shape
