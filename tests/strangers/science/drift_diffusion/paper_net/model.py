import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Two networks of the place: the drift, and the logarithm of the squared diffusion."""
    place = keras.Input(inputs.shape, name="place")
    coefficients = [perceptron(place, name, initializer, units) for name in ("drift", "log_diffusivity")]
    return keras.Model(place, layers.Concatenate(name="coefficients")(coefficients), name="sde")  # (b, 2)


def perceptron(x, name, initializer, units):
    for depth, width in enumerate(units):
        x = layers.Dense(
            width,
            activation="elu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"{name}_{depth}",
        )(x)  # (b, width)
    return layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)  # (b, 1)
