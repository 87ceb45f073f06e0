import keras
from keras import layers, ops


def tail(raw, unit):
    """Value at risk v < 0 and, below it, expected shortfall e, from any two numbers; unit is a usual daily return."""
    v = -unit * ops.softplus(raw[..., :1])
    return ops.concatenate([v, v - unit * ops.softplus(raw[..., 1:])], axis=-1)


def network(inputs, targets, initializer, units, unit):
    """A recurrent network that reads each day's return and its size, and answers for the next day."""
    returns = keras.Input(inputs.shape, dtype=inputs.dtype, name="returns")  # (b, t, 1)
    x = layers.Rescaling(1 / unit, name="usual")(returns)
    x = layers.Concatenate(name="both")([x, ops.abs(x)])  # (b, t, 2)
    x = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=keras.initializers.Orthogonal(),
        name="memory",
    )(x)  # (b, t, u)
    raw = layers.Dense(
        2,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="raw",
    )(x)  # (b, t, 2)
    return keras.Model(returns, tail(raw, unit), name="tail_risk")
