import keras
from keras import layers


def network(inputs, targets, initializer, units, limit):
    """A recurrent controller: it must make out the speed from the places so far; its force keeps within the limit."""
    seen = keras.Input(inputs.shape, dtype=inputs.dtype, name="seen")  # (b, t, 2)
    x = layers.Dense(
        units,
        activation="tanh",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2),
        name="encoder",
    )(seen)  # (b, t, units)
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="memory")(x)
    x = layers.Concatenate(name="with_now")([x, seen])
    x = layers.Dense(
        *targets.shape[1:],
        activation="tanh",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units + 2),
        name="share_of_limit",
    )(x)
    force = layers.Rescaling(limit, name="force")(x)  # (b, t, 1)
    return keras.Model(seen, force, name="controller")
