"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how the group is pooled: the maximum over orientations, then over places

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters):
    """A network equivariant to quarter turns (group p4), made invariant by pooling at its end."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = P4Convolution(filters, 3, initializer, lift=True, name="lift")(image)  # (b, 8, 8, 4 * filters)
    x = layers.ReLU(name="lift_relu")(x)
    x = P4Convolution(filters, 3, initializer, name="group_1")(x)
    x = layers.ReLU(name="relu_1")(x)
    x = layers.MaxPooling2D(name="half")(x)  # (b, 4, 4, 4 * filters)
    x = P4Convolution(2 * filters, 3, initializer, name="group_2")(x)  # (b, 4, 4, 8 * filters)
    x = layers.ReLU(name="relu_2")(x)
    x = layers.Reshape((4 * 4 * 4, 2 * filters), name="places_and_turns")(x)
    x = layers.GlobalMaxPooling1D(name="invariant")(x)  # (b, 2 * filters)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(image, x, name="p4_network")


class P4Convolution(layers.Layer):
    """Convolution over the group of shifts and quarter turns; channels are (orientation, filter), orientation first.

    Args:
        filters: of each orientation.
        size: of the kernel.
        lift: the input is an image; else it has four orientations itself.

    Source: Cohen & Welling 2016, Sections 6 and 7.
    """

    def __init__(self, filters, size, initializer, lift=False, **options):
        super().__init__(**options)
        self.filters, self.size, self.initializer, self.orientations = filters, size, initializer, 1 if lift else 4

    def build(self, shape):
        channels = shape[-1] // self.orientations
        fan_in = self.size**2 * shape[-1]
        shape = (self.size, self.size, shape[-1], self.filters)
        self.channels = channels
        self.kernel = self.add_weight(shape=shape, initializer=self.initializer.kernel(), name="kernel")
        self.bias = self.add_weight(
            shape=(self.filters,), initializer=self.initializer.bias(fan_in=fan_in), name="bias"
        )

    def call(self, x):
        kernel = ops.reshape(self.kernel, (self.size, self.size, self.orientations, self.channels, self.filters))
        turned = []
        for turn in range(4):
            of_turn = ops.rot90(kernel, turn, axes=(0, 1))
            of_turn = ops.roll(of_turn, turn, axis=2)  # a turn moves the orientations on, too
            turned.append(ops.reshape(of_turn, self.kernel.shape))
        x = ops.conv(x, ops.concatenate(turned, axis=-1), padding="same")
        return x + ops.tile(self.bias, 4)
