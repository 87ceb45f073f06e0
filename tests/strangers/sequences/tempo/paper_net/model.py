"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, lags, units):
    """An onset envelope (b, t) to the tempo, in octaves above 120 beats a minute (b, 1)."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    envelope = keras.Input(inputs.shape, dtype=inputs.dtype, name="envelope")
    x = Autocorrelation(lags, name="autocorrelation")(envelope)  # (b, lags)
    for i, width in enumerate(units):
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = dense(width, x, activation="gelu", name=f"hidden_{i}")
    return keras.Model(envelope, dense(1, x, name="octaves"), name="tempo")


class Autocorrelation(layers.Layer):
    """How much a signal without its mean is like itself 1 … lags frames later, as a share of its variance."""

    def __init__(self, lags, **options):
        super().__init__(**options)
        self.lags = lags

    def call(self, x):
        x = x - ops.mean(x, axis=-1, keepdims=True)
        later = [ops.mean(x[:, lag:] * x[:, :-lag], axis=-1) for lag in range(1, self.lags + 1)]
        return ops.stack(later, axis=-1) / (ops.mean(x * x, axis=-1, keepdims=True) + 1e-6)  # (b, lags)
