"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, embedding, blocks):
    """A convolution, residual blocks with FiLM, the maximum over places, a classifier."""

    def start(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs["image"].shape, dtype=inputs["image"].dtype, name="image")
    question = keras.Input(inputs["question"].shape, dtype=inputs["question"].dtype, name="question")
    asked = layers.Embedding(inputs["question"].classes, embedding, name="words")(question)
    asked = layers.Flatten(name="asked")(asked)  # (b, embedding)
    x = layers.Conv2D(filters, 3, strides=2, padding="same", activation="relu", name="stem", **start(27))(image)
    for i in range(blocks):
        x = layers.Conv2D(filters, 1, activation="relu", name=f"one_{i}", **start(filters))(x)
        y = layers.Conv2D(filters, 3, padding="same", name=f"conv_{i}", **start(9 * filters))(x)
        y = layers.BatchNormalization(center=False, scale=False, momentum=0.9, name=f"norm_{i}")(y)
        change = layers.Dense(2 * filters, name=f"gamma_beta_{i}", **start(embedding))(asked)  # (b, 2 filters)
        y = FiLM(name=f"film_{i}")(y, change)  # (b, 8, 8, filters)
        x = layers.Add(name=f"add_{i}")([x, layers.Activation("relu", name=f"relu_{i}")(y)])
    x = layers.GlobalMaxPooling2D(name="pool")(x)  # (b, filters)
    x = layers.Dense(32, activation="relu", name="hidden", **start(filters))(x)
    logits = layers.Dense(targets.classes, name="logits", **start(32))(x)
    return keras.Model({"image": image, "question": question}, logits, name="film")


class FiLM(layers.Layer):
    """(1 + gamma) x + beta, a gamma and a beta for each feature map.

    Source: Perez et al. 2018, equation 2, and Section 7.2 of its appendix for the 1.
    """

    def call(self, x, change):
        gamma, beta = ops.split(change[:, None, None], 2, axis=-1)  # (b, 1, 1, filters)
        return (1 + gamma) * x + beta
