"""One convolutional encoder for every sensor; the mean of those that work, then a classifier."""

import keras
from keras import layers, ops


def masked_mean(x, working):
    """Mean over the sensors that work: (b, s, c), (b, s) → (b, c)."""
    working = ops.expand_dims(ops.convert_to_tensor(working), -1)
    return ops.sum(x * working, axis=1) / ops.maximum(ops.sum(working, axis=1), 1.0)


class MaskedMean(layers.Layer):
    def call(self, x, working):
        return masked_mean(x, working)


def network(inputs, targets, initializer, width):
    readings = keras.Input(inputs["readings"].shape, name="readings")  # (b, 32, 6)
    working = keras.Input(inputs["working"].shape, name="working")  # (b, 6)

    def made(layer, fan_in, **options):
        return layer(
            kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **options
        )

    def conv(filters, size, fan_in, **options):
        return made(
            lambda **o: layers.Conv2D(filters, (1, size), padding="same", activation="relu", **o), fan_in, **options
        )

    x = layers.Permute((2, 1), name="by_sensor")(readings)  # (b, 6, 32)
    x = layers.Reshape((6, 32, 1), name="channel")(x)
    x = conv(width, 5, 5, name="wide")(x)  # (b, 6, 32, width)
    x = conv(width, 5, 5 * width, name="deep")(x)
    x = layers.Lambda(lambda x: ops.concatenate([ops.mean(x, axis=2), ops.max(x, axis=2)], axis=-1), name="over_time")(
        x
    )
    x = MaskedMean(name="over_sensors")(x, working)  # (b, 2 width)
    x = made(lambda **o: layers.Dense(width, activation="relu", **o), 2 * width, name="hidden")(x)
    x = made(lambda **o: layers.Dense(targets.classes, **o), width, name="logits")(x)
    return keras.Model({"readings": readings, "working": working}, x, name="pumps")  # (b, classes)
