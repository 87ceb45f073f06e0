import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """Two convolutions over pairs of sensors, and two numbers: a direction in the plane, of any length."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = pairs = keras.Input(inputs.shape, dtype=inputs.dtype, name="covariance")  # (b, s, s, 2)
    for i in range(2):
        x = layers.Conv2D(filters, 3, name=f"conv_{i}", **options(9 * x.shape[-1]))(x)  # (b, s - 2, s - 2, filters)
        x = layers.GroupNormalization(4, name=f"norm_{i}")(x)
        x = layers.Activation("gelu", name=f"gelu_{i}")(x)
    x = layers.Flatten(name="flatten")(x)
    x = layers.Dense(units, activation="gelu", name="hidden", **options(x.shape[-1]))(x)
    return keras.Model(pairs, layers.Dense(2, name="direction", **options(units))(x), name="bearing")  # (b, 2)
