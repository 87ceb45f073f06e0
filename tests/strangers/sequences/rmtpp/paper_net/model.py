"""What learns.

Shapes: b batch, t events, u units.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units):
    """From waits and marks (b, t) to a and w of the time after each event (b, t, 2)."""
    waits = keras.Input(inputs["waits"].shape, name="waits")
    marks = keras.Input(inputs["marks"].shape, dtype="int32", name="marks")
    x = layers.Embedding(inputs["marks"].classes, embedding, name="embedding")(marks)  # (b, t, embedding)
    column = layers.Reshape((*inputs["waits"].shape, 1), name="column")(waits)  # (b, t, 1)
    x = layers.Concatenate(name="event")([x, column])
    x = layers.GRU(units, return_sequences=True, unroll=True, kernel_initializer=initializer.kernel(), name="history")(
        x
    )
    x = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="influence"
    )(x)  # (b, t, 1)
    return keras.Model({"waits": waits, "marks": marks}, Intensity(name="intensity")(x), name="rmtpp")


class Intensity(layers.Layer):
    """Beside a = v h + b of each event the slope w, one for all."""

    def build(self, shape):
        self.w = self.add_weight(shape=(), initializer="zeros", name="w")

    def call(self, a):
        w = ops.softplus(self.w) + 1e-3
        return ops.concatenate([a, w * ops.ones_like(a)], axis=-1)
