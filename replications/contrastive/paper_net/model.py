"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - an encoder and augmentations for signals: three convolutions for the ResNet; crops in time for crops in space;
      amplitude, slope and noise for colour

Shapes: b batch, t positions, d values of a projection.
"""

import math

import keras
from keras import layers, ops


class Views(layers.Layer):
    """Two views of each sample, drawn independently: Float["b t 1"] → Float["b 2 t 1"].

    In validation too, where they are the task as well; the probe takes the encoder alone, which draws nothing.

    Args:
        crop: the least share of a signal that a view keeps.
        distort: of amplitude (a factor of 1 ± 0.5), slope (± 1 over the signal) and noise (deviation 0.3).
    """

    def __init__(self, crop, distort, **kwargs):
        super().__init__(**kwargs)
        self.crop, self.distort = crop, distort
        self.seed = keras.random.SeedGenerator()

    def call(self, x):
        b, t = ops.shape(x)[0], x.shape[1]

        def uniform(low, high):
            return keras.random.uniform((b, 2, 1), low, high, seed=self.seed)

        x = ops.repeat(ops.swapaxes(x, 1, 2), 2, axis=1)  # (b, 2, t)
        share = uniform(self.crop, 1)
        at = (t - 1) * (uniform(0, 1) * (1 - share) + share * ops.linspace(0.0, 1.0, t))  # (b, 2, t)
        left = ops.clip(ops.floor(at), 0, t - 2)
        index = ops.cast(left, "int32")
        before, after = ops.take_along_axis(x, index, axis=2), ops.take_along_axis(x, index + 1, axis=2)
        x = before + (at - left) * (after - before)
        noise = keras.random.normal((b, 2, t), seed=self.seed)
        tilt = uniform(-1, 1) * ops.linspace(-1.0, 1.0, t)
        x = x * (1 + self.distort * uniform(-0.5, 0.5)) + self.distort * (tilt + 0.3 * noise)
        return ops.expand_dims(x, -1)  # (b, 2, t, 1)


def network(inputs, targets, initializer, head, crop, distort):
    """From a signal to the projections of two views of it. Its layers "encoder" and "head" are models of their own.

    Args:
        head: nonlinear, linear or none.
        crop, distort: of Views.
    """
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    x = Views(crop, distort, name="views")(signal)  # (b, 2, 40, 1)
    x = ops.reshape(x, (-1, *inputs.shape))  # (b * 2, 40, 1)
    h = encoder(inputs, initializer)(x)  # (b * 2, 64)
    z = projection(h.shape[-1], initializer, head)(h)  # (b * 2, d)
    return keras.Model(signal, ops.reshape(z, (-1, 2, z.shape[-1])), name="simclr")  # (b, 2, d)


def encoder(inputs, initializer):
    """The base encoder f: what is kept after training."""
    view = keras.Input(inputs.shape, name="view")
    x = view  # (b, 40, 1)
    for block, channels in enumerate((32, 32, 64)):
        x = layers.Conv1D(
            channels,
            5,
            strides=2,
            padding="same",
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=5 * x.shape[-1]),
            name=f"conv{block}",
        )(x)  # (b, 20, 32), (b, 10, 32), (b, 5, 64)
    return keras.Model(view, layers.GlobalAveragePooling1D(name="h")(x), name="encoder")  # (b, 64)


def projection(width, initializer, head):
    """The projection head g, which the loss sees through and which is thrown away."""
    h = keras.Input((width,), name="h")
    z = h  # (b, 64)
    if head == "nonlinear":
        z = dense(width, initializer, "hidden", "relu")(z)
    if head != "none":
        z = dense(32, initializer, "z")(z)  # (b, 32)
    return keras.Model(h, z, name="head")


def dense(units, initializer, name, activation=None):
    """Without a bias, as Section 2 writes it: g(h) = W2 relu(W1 h)."""
    return layers.Dense(units, activation, use_bias=False, kernel_initializer=initializer.kernel(), name=name)


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on classes, linear regression on values. A text is its words' shares."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    if inputs.classes:  # numbers of words, in the place of values
        words = layers.CategoryEncoding(inputs.classes, output_mode="count", name="words")(signal)  # (b, words)
        x = layers.Rescaling(1 / math.prod(inputs.shape), name="shares")(words)
    else:
        x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)
