"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def separable(inputs, targets, initializer, filters, kernel, masked):
    """Spectrogram with stripes blanked, separable convolutions with batch normalization, the mean over time."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    x = Stripes(masked, name="stripes")(signal)  # (b, frames, bands)
    for i, width in enumerate(filters):
        x = layers.SeparableConv1D(
            width,
            kernel,
            padding="same",
            use_bias=False,
            depthwise_initializer=initializer.kernel(),
            pointwise_initializer=initializer.kernel(),
            name=f"conv{i}",
        )(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm{i}")(x)
        x = layers.ReLU(name=f"relu{i}")(x)
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, width)
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)
    return keras.Model(signal, logits, name="separable")


class Stripes(layers.Layer):
    """In training, a stripe of frames and one of bands is set to zero, of up to `widest` (SpecAugment)."""

    def __init__(self, widest, **options):
        super().__init__(**options)
        self.widest = widest
        self.seed = keras.random.SeedGenerator(0)

    def call(self, x, training=False):
        if not training:
            return x
        for axis in (1, 2):
            samples, size = ops.shape(x)[0], x.shape[axis]
            start = keras.random.uniform((samples, 1), 0, size, seed=self.seed)
            width = keras.random.uniform((samples, 1), 0, self.widest, seed=self.seed)
            place = ops.arange(size, dtype="float32")
            keep = ops.cast(ops.logical_or(place < start, place >= start + width), x.dtype)  # (b, size)
            x = x * ops.expand_dims(keep, 3 - axis)
        return x
