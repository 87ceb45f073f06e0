"""Two normalised hidden layers. Shapes: b batch."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    def dense(width, x, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)

    x = readings = keras.Input(inputs.shape, name="readings")
    for i in range(2):
        x = dense(units, x, f"hidden_{i}")
        x = layers.BatchNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("swish", name=f"swish_{i}")(x)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(readings, dense(1, x, "logit"), name="faults")  # (b, 1)
