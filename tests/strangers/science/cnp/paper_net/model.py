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


def network(inputs, targets, initializer, width, least):
    """Encode each known point, take the mean, decode it with each place to a mean and a deviation."""

    def mlp(x, *widths):
        for i, units in enumerate(widths):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
            activation = "relu" if i < len(widths) - 1 else None
            x = layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias)(x)
        return x

    context = keras.Input(inputs["context"].shape, name="context")  # (b, 10, 3)
    place = keras.Input(inputs["place"].shape, name="place")  # (b, 20, 1)
    points = mlp(context, width, width, width)  # (b, 10, width)
    r = MeanOfPresent(name="representation")(points, context)  # (b, width)
    r = layers.RepeatVector(place.shape[1])(r)  # (b, 20, width)
    x = mlp(layers.Concatenate()([r, place]), width, width, 2)  # (b, 20, 2)
    return keras.Model({"context": context, "place": place}, Normal(least, name="normal")(x), name="cnp")


class MeanOfPresent(layers.Layer):
    def call(self, points, context):
        there = context[..., 2:]
        return ops.sum(points * there, axis=1) / ops.sum(there, axis=1)


class Normal(layers.Layer):
    """Mean, and a standard deviation above the least."""

    def __init__(self, least, **options):
        super().__init__(**options)
        self.least = least

    def call(self, x):
        sigma = self.least + (1 - self.least) * ops.softplus(x[..., 1])
        return ops.stack([x[..., 0], sigma], axis=-1)
