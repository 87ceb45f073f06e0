"""From a spectrum to the concentrations of a Dirichlet. Shapes: b batch."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, dropout):
    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = spectrum = keras.Input(inputs.shape, dtype=inputs.dtype, name="spectrum")
    for i in range(2):
        x = dense(x, units, name=f"dense_{i}")  # (b, units)
        x = layers.LayerNormalization(name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    x = dense(x, targets.shape[0], name="head")  # (b, 3)
    return keras.Model(spectrum, ops.softplus(x) + 0.05, name="soil")
