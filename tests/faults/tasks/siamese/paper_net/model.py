"""YOURS. What learns: two views of a signal, an online tower that is trained, a target tower that follows it slowly.

Contract: as the template's: builder(inputs, targets, initializer, …) → an uncompiled keras.Model. After He et al. 2020,
Momentum Contrast, arXiv 1911.05722, symmetrized as in Chen et al. 2021, arXiv 2104.02057, without a predictor.

Shapes: b batch, t positions, c channels, d values of an embedding.
"""

import keras
from keras import layers, ops


class Views(layers.Layer):
    """One random view of each signal while training: rolled, scaled, tilted and noisy; the signal itself otherwise."""

    def __init__(self, seed, noise=0.15, **kwargs):
        super().__init__(**kwargs)
        self.noise = noise
        self.draws = keras.random.SeedGenerator(seed)

    def call(self, signal, training=False):
        if not training:
            return signal
        size, length = ops.shape(signal)[0], signal.shape[1]
        roll = keras.random.randint((size, 1), 0, length, seed=self.draws)
        positions = ops.mod(ops.arange(length, dtype="int32")[None, :] + roll, length)
        gain = keras.random.uniform((size, 1), 0.7, 1.3, seed=self.draws)
        tilt = keras.random.uniform((size, 1), -0.5, 0.5, seed=self.draws)
        noise = self.noise * keras.random.normal((size, length), seed=self.draws)
        ramp = ops.linspace(-1.0, 1.0, length)[None, :]
        return gain * ops.take_along_axis(signal, positions, axis=1) + tilt * ramp + noise  # (b, t)


class MomentumContrast(keras.Model):
    """A functional model whose target tower follows its online tower after each step."""

    def __init__(self, signal, outputs, online, target, momentum, name):
        super().__init__(signal, outputs, name=name)
        self.online, self.target, self.momentum = online, target, momentum

    def train_step(self, data):
        logs = super().train_step(data)
        self.follow()
        return logs

    def follow(self):
        for behind, ahead in zip(self.target.weights, self.online.weights, strict=True):
            behind.assign(self.momentum * behind + (1 - self.momentum) * ahead)


def contrast(inputs, targets, initializer, filters, width, momentum, seed):
    """Queries and keys of two views, (q1, q2, k1, k2).

    Args:
        filters: of the encoder's convolutions.
        width: values of the embedding that is compared.
        momentum: share of the target's own weights that a step leaves it.
        seed: of the views.
    """
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, 40)
    views = Views(seed, name="views")
    first, second = views(signal), views(signal)
    online = tower(inputs.shape, filters, width, initializer, "online")
    target = tower(inputs.shape, filters, width, initializer, "target")
    target.set_weights(online.get_weights())
    target.trainable = False
    outputs = ops.stack([online(first), online(second), target(first), target(second)], axis=1)  # (b, 4, d)
    return MomentumContrast(signal, outputs, online, target, momentum, name="contrast")


def tower(shape, filters, width, initializer, name):
    """Encoder and projector; what is judged is the encoder's code."""
    signal = keras.Input(shape, name=f"{name}_signal")
    x = encoder(shape, filters, initializer, f"{name}_encoder")(signal)  # (b, 2 * filters)
    x = layers.ReLU(name=f"{name}_relu")(dense(x, 2 * filters, initializer, f"{name}_hidden"))
    return keras.Model(signal, dense(x, width, initializer, f"{name}_embedding"), name=name)  # (b, d)


def encoder(shape, filters, initializer, name):
    signal = keras.Input(shape, name=f"{name}_signal")  # (b, 40)
    x = layers.Reshape((shape[0], 1), name=f"{name}_channel")(signal)  # (b, 40, 1)
    for number, channels in enumerate((filters, filters, 2 * filters), start=1):
        x = layers.Conv1D(
            channels,
            5,
            strides=2 if number > 1 else 1,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
            name=f"{name}_conv{number}",
        )(x)
        x = layers.ReLU(name=f"{name}_relu{number}")(x)  # (b, 10, 2 * filters) at the end
    return keras.Model(signal, layers.GlobalMaxPooling1D(name=f"{name}_pool")(x), name=name)  # (b, 2 * filters)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
