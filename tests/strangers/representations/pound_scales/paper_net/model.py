"""A residual perceptron."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, blocks):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    strain = keras.Input(inputs.shape, dtype=inputs.dtype, name="strain")
    x = dense(units, strain, activation="selu", name="first")
    for i in range(blocks):
        y = dense(units, x, activation="selu", name=f"up_{i}")
        x = layers.Add(name=f"add_{i}")([x, dense(units, y, name=f"down_{i}")])
    return keras.Model(strain, dense(targets.shape[-1], x, name="weight"), name="scale")  # (b, 1)
