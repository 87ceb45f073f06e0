"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import math

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, filters, length, rate):
    """The raw wave through learnt band-passes, then an ordinary network.

    Source: Ravanelli & Bengio 2018, Speaker recognition from raw waveform with SincNet.
    """
    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, t, 1)
    x = SincConv(filters, length, rate, name="sinc")(wave)  # (b, t / 2, filters)
    x = layers.Lambda(ops.abs, name="magnitude")(x)
    x = layers.MaxPooling1D(8, name="pool_0")(x)
    x = layers.LayerNormalization(name="norm_0")(x)
    x = layers.Conv1D(24, 5, kernel_initializer=initializer.kernel(), name="conv")(x)
    x = layers.LeakyReLU(0.2, name="relu")(layers.LayerNormalization(name="norm_1")(x))
    x = layers.GlobalAveragePooling1D(name="mean")(x)  # (b, 24)
    x = layers.Dropout(0.2, name="dropout")(x)
    return keras.Model(
        wave,
        layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x),
        name="sincnet",
    )


class SincConv(layers.Layer):
    """Convolution with band-passes, of which only both cut-off frequencies are learnt.

    Args:
        filters: how many.
        length: of a filter, odd.
        rate: samples a second.
    """

    def __init__(self, filters, length, rate, **options):
        super().__init__(**options)
        self.filters, self.length, self.rate = filters, length, rate

    def build(self, shape):
        mel = np.linspace(mel_of(30), mel_of(self.rate / 2 - 150), self.filters + 1)
        edges = 700 * (10 ** (mel / 2595) - 1) / self.rate  # in cycles a sample
        as_edges = keras.initializers.Constant
        self.low = self.add_weight(shape=(self.filters,), initializer=as_edges(edges[:-1]), name="low")
        self.band = self.add_weight(shape=(self.filters,), initializer=as_edges(np.diff(edges)), name="band")

    def call(self, wave):
        low = ops.abs(self.low)
        high = ops.clip(low + ops.abs(self.band), 0, 0.5)
        n = np.arange(self.length) - self.length // 2
        n = ops.convert_to_tensor(n[:, None].astype("float32"))  # (length, 1)
        kernel = (low_pass(high, n) - low_pass(low, n)) * np.hamming(self.length)[:, None].astype("float32")
        return ops.conv(wave, ops.expand_dims(kernel, 1), strides=2, padding="valid")


def mel_of(frequency):
    return 2595 * math.log10(1 + frequency / 700)


def low_pass(cut, n):
    """The impulse response 2 f sinc(2 f n), (length, filters), of the cut-off f in cycles a sample."""
    angle = 2 * math.pi * cut * n
    safe = ops.where(n == 0, 1.0, angle)
    return 2 * cut * ops.where(n == 0, 1.0, ops.sin(safe) / safe)
