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


def network(inputs, targets, initializer, units, projection, noise, masked):
    """Two views of an image through encoder and projection head; a linear classifier reads the encoder of the image.

    Returns:
        A model from (b, 8, 8, 1) to projection (b, 2, d), of length 1, and digit (b, c), logits.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    encoder = mlp([units, units], initializer, "encoder")
    head = mlp([units, projection], initializer, "head")
    views = []
    for view in "ab":
        x = layers.GaussianNoise(noise, name=f"noise_{view}")(image)
        x = layers.Dropout(masked, name=f"mask_{view}")(x)
        x = head(layers.Activation("relu", name=f"relu_{view}")(encoder(x)))  # (b, d)
        views.append(layers.UnitNormalization(name=f"unit_{view}")(x))
    stacked = Stack(name="projection")(views)  # (b, 2, d)
    frozen = StopGradient(name="frozen")(encoder(image))  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    digit = layers.Dense(targets["digit"].classes, kernel_initializer=kernel, bias_initializer=bias, name="digit")
    return keras.Model(image, {"projection": stacked, "digit": digit(frozen)}, name="supcon")


def mlp(widths, initializer, name):
    """Dense layers with relu between them, shared by the views."""
    parts = [layers.Flatten(name=f"{name}_flatten")]
    for i, width in enumerate(widths):
        activation = "relu" if i < len(widths) - 1 else None
        parts.append(layers.Dense(width, activation, kernel_initializer=initializer.kernel(), name=f"{name}_{i}"))
    return keras.Sequential(parts, name=name)


class Stack(layers.Layer):
    """The views of a sample, one behind the other."""

    def call(self, views):
        return ops.stack(views, axis=1)


class StopGradient(layers.Layer):
    """What comes after does not train what comes before."""

    def call(self, x):
        return ops.stop_gradient(x)
