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


def network(inputs, targets, initializer, depth, units, carry_bias):
    """A plain layer to the width, highway layers, and the logits."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    x = dense(image, units, initializer, activation="relu", name="widen")  # (b, units)
    for i in range(depth):
        x = highway(x, initializer, carry_bias, name=f"highway_{i}")
    return keras.Model(image, dense(x, targets.classes, initializer, name="logits"), name="highway")  # (b, classes)


def highway(x, initializer, carry_bias, name):
    """y = H(x) T(x) + x (1 - T(x)); Srivastava et al. 2015, equation 3."""
    units = x.shape[-1]
    h = dense(x, units, initializer, activation="relu", name=f"{name}_h")
    t = layers.Dense(
        units,
        activation="sigmoid",
        kernel_initializer=initializer.kernel(),
        bias_initializer=keras.initializers.Constant(carry_bias),
        name=f"{name}_t",
    )(x)
    return h * t + x * (1 - t)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
