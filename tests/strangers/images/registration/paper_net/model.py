"""YOURS. VoxelMorph in two dimensions. What the paper leaves open, and what is guessed: -

Shapes: b batch, h height, w width.
"""

import keras
from keras import initializers, layers, ops


def network(inputs, targets, initializer):
    """(moving, fixed) → U-Net → flow → the moving image, warped (Balakrishnan et al. 2019)."""

    def conv(x, filters, name, **options):
        x = layers.Conv2D(
            filters,
            3,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=9 * x.shape[-1]),
            name=name,
            **options,
        )(x)
        return layers.LeakyReLU(0.2, name=f"{name}_relu")(x)

    moving = keras.Input(inputs["moving"].shape, name="moving")
    fixed = keras.Input(inputs["fixed"].shape, name="fixed")
    x = layers.Concatenate(name="pair")([moving, fixed])  # (b, h, w, 2)
    fine = conv(x, 12, "fine")  # (b, h, w, 12)
    coarse = conv(fine, 24, "down", strides=2)  # (b, h / 2, w / 2, 24)
    coarse = conv(coarse, 24, "coarse")
    x = layers.Concatenate(name="skip")([layers.UpSampling2D(name="up")(coarse), fine])  # (b, h, w, 36)
    x = conv(x, 12, "last")
    flow = layers.Conv2D(
        2,
        3,
        padding="same",
        kernel_initializer=initializers.RandomNormal(stddev=1e-5),
        bias_initializer="zeros",
        name="flow",
    )(x)  # (b, h, w, 2), nearly no displacement at first
    moved = Warp(name="moved")([moving, flow])  # (b, h, w, 1)
    return keras.Model({"moving": moving, "fixed": fixed}, {"moved": moved, "flow": flow}, name="voxelmorph")


class Warp(layers.Layer):
    """moved[p] = moving[p + flow[p]], bilinearly; the border goes on outside. Equation 3."""

    def call(self, inputs):
        image, flow = inputs
        height, width = image.shape[1:3]
        row = ops.reshape(ops.arange(height, dtype=flow.dtype), (1, -1, 1)) + flow[..., 0]  # (b, h, w)
        column = ops.reshape(ops.arange(width, dtype=flow.dtype), (1, 1, -1)) + flow[..., 1]
        row, column = ops.clip(row, 0, height - 1.001), ops.clip(column, 0, width - 1.001)
        top, left = ops.floor(row), ops.floor(column)
        down, right = row - top, column - left  # how far to the next pixel
        flat = ops.reshape(image, (-1, height * width))

        def at(row, column):
            place = ops.reshape(ops.cast(row * width + column, "int32"), (-1, height * width))
            return ops.reshape(ops.take_along_axis(flat, place, axis=1), (-1, height, width))

        moved = (1 - down) * ((1 - right) * at(top, left) + right * at(top, left + 1)) + down * (
            (1 - right) * at(top + 1, left) + right * at(top + 1, left + 1)
        )
        return moved[..., None]
