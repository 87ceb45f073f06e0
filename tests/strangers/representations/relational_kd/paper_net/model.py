"""The student: a perceptron of one hidden layer, to an embedding that is not normalized."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, embedding):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = dense(units, image, activation="relu", name="hidden")
    return keras.Model(image, dense(embedding, x, name="embedding"), name="student")  # (b, embedding)
