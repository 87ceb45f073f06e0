import keras
from keras import layers


def network(inputs, targets, initializer, units, functions):
    """From colours to the coefficients of the cosine basis; that of the constant is 1, and not among them."""
    colours = keras.Input(inputs.shape, dtype=inputs.dtype, name="colours")
    x = colours
    for number in (1, 2):
        x = layers.Dense(
            units,
            activation="gelu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{number}",
        )(x)  # (b, units)
    coefficients = layers.Dense(
        functions,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="coefficients",
    )(x)  # (b, functions)
    return keras.Model(colours, coefficients, name="deepcde")
