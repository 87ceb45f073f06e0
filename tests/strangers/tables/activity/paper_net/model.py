"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, squeeze):
    """Convolutions over the time, each with a gate for its channels, then the mean over the time."""
    x = window = keras.Input(inputs.shape, name="window")  # (b, 64, 3)
    for i, width in enumerate(filters):
        x = layers.Conv1D(
            width, 7, padding="same", name=f"convolution_{i}", use_bias=False, kernel_initializer=initializer.kernel()
        )(x)  # (b, t, width)
        x = layers.Activation("relu")(layers.BatchNormalization(name=f"norm_{i}")(x))
        x = Gate(squeeze, initializer, name=f"gate_{i}")(x)
        x = layers.MaxPooling1D(2)(x)  # (b, t / 2, width)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(window, logits, name="activity")  # (b, 5)


class Gate(layers.Layer):
    """Squeeze and excitation: each channel times a number in 0 … 1 that all channels' means decide."""

    def __init__(self, squeeze, initializer, **options):
        super().__init__(**options)
        self.squeeze, self.initializer = squeeze, initializer

    def build(self, shape):
        channels = shape[-1]
        self.down = layers.Dense(self.squeeze, activation="relu", kernel_initializer=self.initializer.kernel())
        self.up = layers.Dense(channels, activation="sigmoid", kernel_initializer=self.initializer.kernel())
        self.down.build((None, channels))
        self.up.build((None, self.squeeze))

    def call(self, x):
        return x * ops.expand_dims(self.up(self.down(ops.mean(x, axis=1))), 1)  # (b, t, channels)
