"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer):
    """Three convolutions with batch normalization, the largest answer over the frame, one layer."""

    def convolution(x, filters, name, **options):
        x = layers.Conv2D(
            filters, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=name, **options
        )(x)
        return layers.ReLU(name=f"{name}_relu")(layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x))

    frame = keras.Input(inputs.shape, dtype=inputs.dtype, name="frame")
    x = convolution(frame, 16, "conv_1")  # (b, 16, 16, 16)
    x = convolution(x, 32, "conv_2", strides=2)  # (b, 8, 8, 32)
    x = convolution(x, 32, "conv_3")
    x = layers.GlobalMaxPooling2D(name="anywhere")(x)  # (b, 32)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(frame, x, name="camera_trap")  # (b, 4)
