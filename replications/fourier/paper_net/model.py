"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - whether its 4 layers count the last one: they do (conf/model: depth)
    - the scale of the frequencies for an image of another size: the same in cycles a pixel

Shapes: b batch.
"""

import math

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer, mapping, sigma, features, units, depth):
    """The coordinate-based network of the paper: place → mapping → fully connected with relu → colour."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")  # (b, 2)
    if mapping == "basic":
        x = FourierFeatures(2, initializers.Identity(), name="mapping")(x)  # (b, 4)
    if mapping == "gaussian":
        x = FourierFeatures(features, initializers.RandomNormal(stddev=sigma), name="mapping")(x)  # (b, 2 features)
    for i in range(depth):
        x = dense(units, x, activation="relu", name=f"hidden_{i}")  # (b, units)
    colour = dense(targets.shape[-1], x, activation="sigmoid", name="colour")  # (b, 3)
    return keras.Model(place, colour, name="coordinates")


class FourierFeatures(layers.Layer):
    """v → [cos(2 pi v B), sin(2 pi v B)], with frequencies B that are drawn once and not learnt.

    Args:
        features: columns of B.
        frequencies: the initializer that draws B, in cycles over the side of the image.

    Source: Tancik et al. 2020, section 6: basic is B = 1, Gaussian is B ~ N(0, sigma²).
    """

    def __init__(self, features, frequencies, **options):
        super().__init__(**options)
        self.features, self.frequencies = features, frequencies

    def build(self, shape):
        shape = (shape[-1], self.features)
        self.b = self.add_weight(shape=shape, initializer=self.frequencies, trainable=False, name="b")

    def call(self, v):
        angle = 2 * math.pi * ops.matmul(v, self.b)  # (b, features)
        return ops.concatenate([ops.cos(angle), ops.sin(angle)], axis=-1)  # (b, 2 features)


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
