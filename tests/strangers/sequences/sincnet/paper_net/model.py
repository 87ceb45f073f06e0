import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, filters, size, rate):
    """Band-pass filters with learnt cut-offs, the log energy of each, and a small classifier."""
    sound = keras.Input(inputs.shape, dtype=inputs.dtype, name="sound")  # (b, t, 1)
    x = SincConv(filters, size, rate, name="sinc")(sound)  # (b, t', filters)
    x = ops.log(ops.mean(ops.square(x), axis=1) + 1e-4)  # (b, filters)
    x = layers.LayerNormalization(name="normal")(x)
    for name, units, activation in [("hidden", 32, "leaky_relu"), ("logits", targets.classes, None)]:
        x = layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    return keras.Model(sound, x, name="sincnet")


def mel_edges(filters, low, high):
    """filters + 1 frequencies from low to high Hz, equally far apart in mel."""
    low, high = (2595 * np.log10(1 + f / 700) for f in (low, high))
    return 700 * (10 ** (np.linspace(low, high, filters + 1) / 2595) - 1)


def band_pass(low, high, size):
    """g[n] = 2 f2 sinc(2π f2 n) - 2 f1 sinc(2π f1 n), equation 4; frequencies (f) in cycles a sample → (size, f)."""
    n = ops.cast(ops.arange(size) - size // 2, "float32")[:, None]
    centre = ops.equal(n, 0)
    safe = ops.where(centre, 1.0, n)

    def low_pass(f):
        return ops.where(centre, 2 * f, ops.sin(2 * np.pi * f * safe) / (np.pi * safe))

    return low_pass(high) - low_pass(low)


class SincConv(layers.Layer):
    """A convolution with band-pass filters under a Hamming window; only their cut-offs are learnt."""

    def __init__(self, filters, size, rate, **kwargs):
        super().__init__(**kwargs)
        self.filters, self.size, self.rate = filters, size, rate

    def build(self, shape):
        edges = mel_edges(self.filters, 30, self.rate / 2 - 100).astype("float32") / self.rate
        self.low = self.add_weight(shape=(self.filters,), name="low", initializer=lambda *_, **__: edges[:-1])
        self.band = self.add_weight(shape=(self.filters,), name="band", initializer=lambda *_, **__: np.diff(edges))
        self.window = np.hamming(self.size).astype("float32")[:, None]

    def call(self, x):
        low = ops.abs(self.low)
        high = ops.minimum(low + ops.abs(self.band), 0.5)
        return ops.conv(x, ops.expand_dims(band_pass(low, high, self.size) * self.window, 1), strides=4)
