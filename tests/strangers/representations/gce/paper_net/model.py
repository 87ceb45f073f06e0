"""A classifier of digits. Shapes: b batch, c classes."""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 64)
    for i, width in enumerate(units):
        x = dense(x, width, name=f"hidden_{i}")
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.ReLU(name=f"relu_{i}")(x)
    return keras.Model(image, dense(x, targets.classes, name="logits"), name="digits")  # (b, c)
