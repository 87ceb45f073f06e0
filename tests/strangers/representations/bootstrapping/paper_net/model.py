"""A multilayer perceptron."""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    for i, width in enumerate(units):
        x = dense(width, x, activation="relu", name=f"hidden_{i}")
        x = layers.Dropout(0.3, name=f"dropout_{i}")(x)
    return keras.Model(image, dense(targets.classes, x, name="logits"), name="mlp")  # (b, c)
