"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the network: the paper takes a pretrained ENet; here a small one that knows the places

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, embedding):
    """A small encoder and decoder that gives each pixel a place in the space of embeddings."""

    def conv(units, x, size=3, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"padding": "same", "activation": "relu", **options}
        return layers.Conv2D(units, size, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, h, w, 1)
    fine = conv(width, Places(name="places")(image), name="fine")  # (b, h, w, width)
    x = conv(2 * width, fine, strides=2, name="down")  # (b, h / 2, w / 2, 2 width)
    x = conv(2 * width, x, dilation_rate=2, name="wide_1")
    x = conv(2 * width, x, dilation_rate=2, name="wide_2")
    x = layers.UpSampling2D(name="up")(x)  # (b, h, w, 2 width)
    x = conv(2 * width, layers.Concatenate(name="skip")([x, fine]), name="merged")
    return keras.Model(image, conv(embedding, x, 1, activation=None, name="embedding"), name="instances")


class Places(layers.Layer):
    """Adds the row and the column, -1 … 1, as channels: equal objects would have equal embeddings else."""

    def call(self, x):
        h, w = x.shape[1:3]
        rows, columns = ops.meshgrid(ops.linspace(-1.0, 1.0, h), ops.linspace(-1.0, 1.0, w), indexing="ij")
        places = ops.stack([rows, columns], axis=-1)[None] + 0 * x[..., :1]  # (b, h, w, 2)
        return ops.concatenate([x, places], axis=-1)
