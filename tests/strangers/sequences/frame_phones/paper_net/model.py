"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


class BothWays(keras.Model):
    """Frames with noise (in training), an LSTM in each direction, their sum, and a softmax for each frame."""

    def __init__(self, inputs, targets, initializer, units, noise):
        super().__init__(name="both_ways")
        self.noise = layers.GaussianNoise(noise, name="noise")
        self.ahead = layers.LSTM(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="ahead")
        self.back = layers.LSTM(
            units, return_sequences=True, go_backwards=True, kernel_initializer=initializer.kernel(), name="back"
        )
        self.norm = layers.LayerNormalization(name="norm")
        self.phones = layers.Dense(targets.classes, "softmax", kernel_initializer=initializer.kernel(), name="phones")
        self.build((None, *inputs.shape))

    def build(self, shape):
        for layer in (self.noise, self.ahead, self.back):
            layer.build(shape)
        hidden = (*shape[:-1], self.ahead.units)
        self.norm.build(hidden)
        self.phones.build(hidden)
        self.built = True

    def call(self, x, training=False):
        x = self.noise(x, training=training)
        hidden = self.ahead(x) + keras.ops.flip(self.back(x), axis=1)  # (b, t, units)
        return self.phones(self.norm(hidden))  # (b, t, phones)
