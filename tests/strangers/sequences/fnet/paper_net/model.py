import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, inner, blocks, dropout):
    """A Transformer encoder whose attention is replaced with a Fourier transform over places and channels.

    Source: Lee-Thorp et al. 2021, FNet, Section 3.
    """

    def dense(x, width, **options):
        return layers.Dense(
            width,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            **options,
        )(x)

    text = keras.Input(inputs.shape, dtype=inputs.dtype, name="text")  # (b, t)
    x = layers.Embedding(inputs.classes, units, name="words")(text)  # (b, t, d)
    x = layers.LayerNormalization(name="embedded")(Places(name="places")(x))
    for i in range(blocks):
        x = layers.LayerNormalization()(x + Fourier(name=f"fourier_{i}")(x))
        y = dense(dense(x, inner, activation="gelu"), units)
        x = layers.LayerNormalization()(x + layers.Dropout(dropout)(y))  # (b, t, d)
    x = dense(layers.GlobalAveragePooling1D()(x), units, activation="tanh", name="pooled")  # (b, d)
    return keras.Model(text, dense(x, targets.classes, name="logits"), name="fnet")


class Fourier(layers.Layer):
    """The real part of the transform over the last two axes; nothing in it is learnt."""

    def call(self, x):
        real, _ = ops.fft2((x, ops.zeros_like(x)))
        return real


class Places(layers.Layer):
    """Adds a learnt vector for each place."""

    def build(self, shape):
        self.places = self.add_weight(shape=shape[1:], initializer="random_normal", name="places")

    def call(self, x):
        return x + self.places
