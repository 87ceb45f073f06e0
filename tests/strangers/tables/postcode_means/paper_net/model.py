import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The hours of delay, by two hidden layers."""
    parcel = keras.Input(inputs.shape, dtype=inputs.dtype, name="parcel")  # (b, 6)
    x = parcel
    for i, width in enumerate([*units, 1]):
        x = layers.Dense(
            width,
            activation="relu" if i < len(units) else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{i}",
        )(x)
    return keras.Model(parcel, layers.Reshape((), name="hours")(x), name="delay")  # (b)
