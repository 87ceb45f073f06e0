import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The logit of the mean, and the log of the precision, of a Beta distribution."""
    container = keras.Input(inputs.shape, dtype=inputs.dtype, name="container")  # (b, 3)
    x = container
    for level in (1, 2):
        x = layers.Dense(
            units,
            activation="tanh",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{level}",
        )(x)  # (b, units)
    answer = layers.Dense(
        2, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="answer"
    )(x)  # (b, 2)
    return keras.Model(container, answer, name="fill_levels")
