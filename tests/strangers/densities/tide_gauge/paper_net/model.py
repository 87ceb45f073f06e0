"""Causal convolutions over two days, read at the last hour. Shapes: b batch, t hours."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    x = past = keras.Input(inputs.shape, dtype=inputs.dtype, name="past")
    for i, dilation in enumerate([1, 2, 4, 8]):
        x = layers.Conv1D(
            filters,
            3,
            padding="causal",
            dilation_rate=dilation,
            activation="elu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=3 * x.shape[-1]),
            name=f"conv_{i}",
        )(x)  # (b, t, filters)
    last = x[:, -1]  # (b, filters)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=filters)
    return keras.Model(
        past, layers.Dense(2, kernel_initializer=kernel, bias_initializer=bias, name="head")(last), name="surge"
    )
