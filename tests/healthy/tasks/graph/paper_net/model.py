"""YOURS. What learns: messages between bonded atoms; after Gilmer et al. 2017, arXiv 1704.01212.

Shapes: b batch, n atoms, d features.
"""

import keras
from keras import layers


def message_passing(inputs, targets, initializer, width, rounds):
    """Each round an atom hears the sum of its neighbours; the energy is a sum over atoms."""
    given = {name: keras.Input(each.shape, dtype=each.dtype, name=name) for name, each in inputs.items()}
    there = given["atoms"][:, :, :1]  # (b, n, 1)
    x = dense(given["atoms"], width, initializer, "embedding")  # (b, n, d)
    for number in range(1, rounds + 1):
        heard = layers.Dot((2, 1), name=f"heard{number}")([given["bonds"], x])  # (b, n, d)
        both = layers.Concatenate(name=f"both{number}")([x, heard])
        update = layers.Activation("softplus", name=f"softplus{number}")(
            dense(both, width, initializer, f"round{number}")
        )
        update = dense(update, width, initializer, f"update{number}")
        x = layers.Add(name=f"atoms{number}")([x, update])
    x = layers.Activation("softplus", name="softplus")(dense(x, width, initializer, "hidden"))
    each = layers.Multiply(name="masked")([dense(x, 1, initializer, "energy_of_each"), there])  # (b, n, 1)
    energy = layers.Lambda(lambda e: keras.ops.sum(e, axis=1) / 4, output_shape=(1,), name="energy")(each)  # (b, 1)
    return keras.Model(given, energy, name="message_passing")


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
