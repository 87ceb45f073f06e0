"""YOURS. Networks with two inputs.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def dense(x, units, initializer, name, **arguments):
    return layers.Dense(
        units,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
        **arguments,
    )(x)


def answering(inputs, targets, initializer, units):
    """The question is laid beside the features of the image."""
    image = keras.Input(inputs["image"].shape, dtype=inputs["image"].dtype, name="image")
    question = keras.Input(inputs["question"].shape, dtype=inputs["question"].dtype, name="question")
    x = dense(layers.Flatten(name="flatten")(image), units, initializer, "features", activation="relu")
    x = layers.Concatenate(name="together")([x, question])  # (b, units + 3)
    x = dense(x, units, initializer, "hidden", activation="relu")
    logits = dense(x, targets.classes, initializer, "logits")  # (b, 2)
    return keras.Model({"image": image, "question": question}, logits, name="answering")


class Distance(layers.Layer):
    """Euclidean distance of two vectors; (b, 1)."""

    def call(self, left, right):
        # The root's slope is infinite at 0, where a pair of equal images is.
        return ops.sqrt(ops.sum((left - right) ** 2, axis=-1, keepdims=True) + 1e-6)


def siamese(inputs, targets, initializer, units, width):
    """One encoder for both images; what comes out is their distance."""
    left, right = (
        keras.Input(part.shape, dtype=part.dtype, name=name)
        for part, name in zip(inputs, ("left", "right"), strict=True)
    )
    image = keras.Input(inputs[0].shape, dtype=inputs[0].dtype, name="image")
    x = dense(layers.Flatten(name="flatten")(image), units, initializer, "hidden", activation="relu")
    encoder = keras.Model(image, dense(x, width, initializer, "code"), name="encoder")  # (b, width)
    return keras.Model((left, right), Distance(name="distance")(encoder(left), encoder(right)), name="siamese")
