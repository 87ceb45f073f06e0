"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, random


def network(inputs, targets, initializer, filters, noise):
    """Convolutions along the spectrum, and shares that add up to 1."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = spectrum = keras.Input(inputs.shape, name="spectrum")  # (b, channels, 1)
    for i, width in enumerate((filters, 2 * filters)):
        fan_in = 7 * x.shape[-1]
        x = layers.Conv1D(width, 7, padding="same", name=f"convolution_{i}", **options(fan_in))(x)
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.MaxPooling1D(3, name=f"pool_{i}")(layers.ReLU(name=f"relu_{i}")(x))
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(4 * filters, activation="relu", name="hidden", **options(x.shape[-1]))(x)
    shares = layers.Dense(targets.shape[-1], activation="softmax", name="shares", **options(x.shape[-1]))(x)
    model = Jittered(spectrum, shares, name="spectra")
    model.noise, model.draws = noise, random.SeedGenerator(0)
    return model


class Jittered(keras.Model):
    """Learns from spectra with a little more noise, of each batch anew."""

    def train_step(self, data):
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        x = x + self.noise * random.normal(x.shape if x.shape[0] else keras.ops.shape(x), seed=self.draws)
        return super().train_step((x, y) if weight is None else (x, y, weight))
