"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - where the last convolution looks: 5 by 5, dilated

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters):
    """Integral pose regression: a map of each joint, its softmax over all places, and the mean place under it."""

    def convolution(x, width, kernel=3, **options):
        fan_in = kernel**2 * x.shape[-1]
        options |= {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}
        return layers.Conv2D(width, kernel, padding="same", **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, h, w, 1)
    x = convolution(image, filters, activation="relu", name="edges")
    x = layers.MaxPooling2D(name="half")(x)  # (b, h / 2, w / 2, filters)
    x = convolution(x, 2 * filters, activation="relu", name="parts")
    x = convolution(x, 2 * filters, activation="relu", dilation_rate=2, name="limbs")
    x = convolution(x, targets.shape[0], kernel=5, name="maps")  # (b, h / 2, w / 2, joints)
    return keras.Model(image, SoftArgmax(name="joints")(x), name="integral_pose")  # (b, joints, 2)


class SoftArgmax(layers.Layer):
    """The expected place (x, y), in 0 … 1, under the softmax of each map."""

    def call(self, maps):
        _, h, w, joints = maps.shape
        scores = ops.reshape(maps, (-1, h * w, joints))
        chances = ops.softmax(scores, axis=1)  # (b, h * w, joints)
        rows, columns = ((ops.arange(side, dtype=maps.dtype) + 0.5) / side for side in (h, w))
        y, x = ops.meshgrid(rows, columns, indexing="ij")
        places = ops.reshape(ops.stack([x, y], axis=-1), (h * w, 2))
        return ops.einsum("bpj,pc->bjc", chances, places)
