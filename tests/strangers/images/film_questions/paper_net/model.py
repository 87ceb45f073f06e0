"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the question is one of three, so an embedding stands in the place of the GRU
    - normalization: each channel of each image, in the place of the batch's

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, blocks, hidden):
    """FiLM: a question scales and shifts the feature maps that an image gives, block by block."""
    image = keras.Input(inputs["image"].shape, dtype=inputs["image"].dtype, name="image")  # (b, 16, 16, 3)
    question = keras.Input(inputs["question"].shape, dtype=inputs["question"].dtype, name="question")  # (b, 1)
    asked = layers.Embedding(inputs["question"].classes, hidden, name="words")(question)
    asked = layers.Flatten(name="asked")(asked)  # (b, hidden)

    x = convolution(image, filters, 3, initializer, activation="relu", name="stem")  # (b, 16, 16, filters)
    x = layers.MaxPooling2D(name="half")(x)  # (b, 8, 8, filters)
    for i in range(blocks):
        x = residual(x, asked, initializer, f"block_{i}")
    x = convolution(x, 2 * filters, 1, initializer, activation="relu", name="last")
    x = layers.GlobalMaxPooling2D(name="anywhere")(x)  # (b, 2 * filters)
    x = started(layers.Dense, x.shape[-1], initializer, units=targets.classes, name="answer")(x)  # (b, classes)
    return keras.Model({"image": image, "question": question}, x, name="film")


def residual(x, asked, initializer, name):
    """1 x 1, then 3 x 3, normalized without a scale of its own, modulated by the question, rectified, and added."""
    filters = x.shape[-1]
    x = convolution(x, filters, 1, initializer, activation="relu", name=f"{name}_in")
    y = convolution(x, filters, 3, initializer, name=f"{name}_convolution")
    modulation = started(layers.Dense, asked.shape[-1], initializer, units=2 * filters, name=f"{name}_question")(asked)
    y = layers.GroupNormalization(groups=-1, center=False, scale=False, name=f"{name}_normal")(y)
    y = FiLM(name=f"{name}_film")(y, modulation)
    y = layers.ReLU(name=f"{name}_relu")(y)
    return layers.Add(name=f"{name}_sum")([x, y])


class FiLM(layers.Layer):
    """Feature-wise linear modulation: (1 + gamma) x + beta, the same at all places."""

    def call(self, x, modulation):
        gamma, beta = ops.split(modulation[:, None, None, :], 2, axis=-1)  # (b, 1, 1, filters)
        return (1 + gamma) * x + beta


def started(layer, fan_in, initializer, **options):
    return layer(kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **options)


def convolution(x, filters, size, initializer, **options):
    options |= {"filters": filters, "kernel_size": size, "padding": "same"}
    return started(layers.Conv2D, size**2 * x.shape[-1], initializer, **options)(x)
