import keras
from keras import layers, ops


def filtered(values, offset, wander, noise):
    """Mean and variance of each value before it is read, (b, t, 2); the level starts at 0, with variance 1."""
    mean, variance = ops.zeros_like(values[:, 0]), ops.ones_like(values[:, 0])  # (b)
    foretold = []
    for step in range(values.shape[1]):
        variance = variance + wander[:, step]
        spread = variance + noise[:, step]
        foretold.append(ops.stack([mean + offset[:, step], spread], axis=-1))  # (b, 2)
        gain = variance / spread
        mean = mean + gain * (values[:, step] - offset[:, step] - mean)
        variance = (1 - gain) * variance
    return ops.stack(foretold, axis=1)


class Filter(layers.Layer):
    """The filter; its parameters at each step come from a network."""

    def call(self, values, parameters):
        offset = parameters[..., 0]
        wander, noise = (ops.softplus(parameters[..., number]) + 1e-4 for number in (1, 2))
        return filtered(values, offset, wander, noise)


def network(inputs, targets, initializer, units):
    """A recurrent network over what is known of each day gives the parameters of a state space model."""
    known = keras.Input(inputs["known"].shape, dtype=inputs["known"].dtype, name="known")  # (b, t, 10)
    values = keras.Input(inputs["values"].shape, dtype=inputs["values"].dtype, name="values")  # (b, t)
    x = layers.GRU(
        units,
        return_sequences=True,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=known.shape[-1]),
        name="days",
    )(known)  # (b, t, units)
    parameters = layers.Dense(
        3, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="parameters"
    )(x)
    return keras.Model({"known": known, "values": values}, Filter(name="filter")(values, parameters), name="deep_state")
