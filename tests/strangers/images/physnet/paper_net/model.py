"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters):
    """PhysNet: convolutions over space and time, the mean over the face, one number a frame."""

    def convolution(x, filters, size, name):
        x = layers.Conv3D(
            filters,
            size,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size[0] * size[1] * size[2] * x.shape[-1]),
            name=name,
        )(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
        return layers.Activation("elu", name=f"{name}_elu")(x)

    video = keras.Input(inputs.shape, dtype=inputs.dtype, name="video")  # (b, t, 8, 8, 3)
    x = layers.AveragePooling3D((1, 2, 2), name="halved")(video)  # (b, t, 4, 4, 3)
    x = convolution(x, filters, (1, 3, 3), "space")
    x = layers.AveragePooling3D((1, 2, 2), name="halved_again")(x)  # (b, t, 2, 2, filters)
    x = convolution(x, filters, (5, 1, 1), "time_1")
    x = convolution(x, filters, (5, 1, 1), "time_2")
    x = FaceMean(name="pool")(x)  # (b, t, filters)
    x = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=filters), name="wave"
    )(x)
    return keras.Model(video, layers.Reshape(targets.shape, name="frames")(x), name="physnet")  # (b, t)


class FaceMean(layers.Layer):
    """The mean over the face of each frame: (b, t, h, w, c) → (b, t, c)."""

    def call(self, x):
        return ops.mean(x, axis=(2, 3))
