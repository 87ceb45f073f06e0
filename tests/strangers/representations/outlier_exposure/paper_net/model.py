"""A perceptron of two hidden layers, with layer normalization."""

import keras
from keras import layers


def network(inputs, targets, initializer, classes, units):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    for i in range(2):
        x = dense(units, x, name=f"hidden_{i}")
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)
    return keras.Model(image, dense(classes, x, name="logits"), name="classifier")  # (b, classes)
