"""A network whose answer is the concentrations of a Dirichlet. Shapes: b batch, c classes."""

import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = image
    for i in range(2):
        x = layers.Dense(
            units,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)
        x = layers.Dropout(dropout, seed=i)(x)
    x = layers.Dense(
        targets.shape[-1],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="log_concentrations",
    )(x)  # (b, c)
    return keras.Model(image, x, name="prior_network")
