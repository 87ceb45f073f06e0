import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Convolutions over time that see all components, and a vector of length 1 that points to the source."""
    x = record = keras.Input(inputs.shape, dtype=inputs.dtype, name="record")  # (b, t, 3)
    for i, channels in enumerate(filters):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=7 * x.shape[-1])
        x = layers.Conv1D(
            channels, 7, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=f"conv_{i}"
        )(x)
        x = layers.MaxPooling1D(2)(layers.Activation("elu")(layers.GroupNormalization(4, name=f"norm_{i}")(x)))
    x = layers.Flatten()(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(units, "elu", kernel_initializer=kernel, bias_initializer=bias, name="hidden")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    x = layers.Dense(2, kernel_initializer=kernel, bias_initializer=bias, name="vector")(x)
    return keras.Model(record, layers.UnitNormalization(name="direction")(x), name="back_azimuth")  # (b, 2)
