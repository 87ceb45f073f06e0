import math

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, smoothing, filters):
    """A trainable frontend, per-channel energy normalization, and a small convolutional keyword spotter behind it."""

    def conv(x, name):
        x = layers.Conv1D(
            filters, 5, padding="same", kernel_initializer=initializer.kernel(), use_bias=False, name=name
        )(x)
        return layers.ReLU()(layers.BatchNormalization()(x))

    energy = keras.Input(inputs.shape, dtype=inputs.dtype, name="energy")  # (b, t, channels)
    x = PCEN(smoothing, name="pcen")(energy)  # (b, t, channels)
    x = layers.MaxPooling1D(2)(conv(x, "conv_0"))  # (b, t / 2, filters)
    x = layers.GlobalAveragePooling1D()(conv(x, "conv_1"))  # (b, filters)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(energy, logits, name="keyword_spotter")  # (b, classes)


def smoothed(energy, s):
    """M[t] = (1 - s) M[t - 1] + s E[t], from M[0] = E[0]; equation 2. Float["b t c"] to the same."""
    frames = energy.shape[1]
    t, u = np.arange(frames)[:, None], np.arange(frames)[None]
    weight = np.where(u <= t, s * (1.0 - s) ** np.clip(t - u, 0, None), 0.0)
    weight[:, 0] = (1.0 - s) ** t[:, 0]  # of the first frame, which the filter starts with
    return ops.einsum("tu,buc->btc", ops.convert_to_tensor(weight.astype("float32")), energy)


class PCEN(layers.Layer):
    """(E / (eps + M)^alpha + delta)^r - delta^r; alpha, delta and r are learnt for each channel, as their logarithms."""

    def __init__(self, smoothing, **options):
        super().__init__(**options)
        self.smoothing = smoothing

    def build(self, shape):
        def learnt(name, value):
            start = keras.initializers.Constant(math.log(value))
            return self.add_weight(shape=(shape[-1],), initializer=start, name=name)

        self.alpha, self.delta, self.r = learnt("alpha", 0.98), learnt("delta", 2.0), learnt("r", 0.5)

    def call(self, energy):
        alpha, delta, r = ops.exp(self.alpha), ops.exp(self.delta), ops.exp(self.r)
        gain = ops.exp(-alpha * ops.log(smoothed(energy, self.smoothing) + 1e-6))
        return (energy * gain + delta) ** r - delta**r
