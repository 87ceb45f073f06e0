import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The pressure, in 10 MPa, by two hidden layers."""
    mixture = keras.Input(inputs.shape, dtype=inputs.dtype, name="mixture")  # (b, 5)
    x = mixture
    for i, width in enumerate([*units, 1]):
        x = layers.Dense(
            width,
            activation="relu" if i < len(units) else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"dense_{i}",
        )(x)
    return keras.Model(mixture, layers.Reshape((), name="pressure")(x), name="strength")  # (b)
