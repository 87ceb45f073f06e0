"""YOURS. What learns. b batch, t time."""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Signals (b, t, 4) to the contact torque (b, 1)."""
    signals = keras.Input(inputs.shape, dtype=inputs.dtype, name="signals")
    x = signals
    for i, dilation in enumerate([1, 2]):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=3 * x.shape[-1])
        x = layers.Conv1D(
            filters,
            3,
            dilation_rate=dilation,
            padding="causal",
            activation="relu",
            kernel_initializer=kernel,
            bias_initializer=bias,
            name=f"conv_{i}",
        )(x)  # (b, t, filters)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(x)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    return keras.Model(
        signals,
        layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="torque")(x),
        name="contact_torque",
    )
