import math

import keras
from keras import layers, ops


def started(x, scale):
    """(log a, log b) of what a linear layer says: 0 is the scale that all have in common, and shape 1."""
    x = ops.convert_to_tensor(x)
    return ops.stack([x[..., 0] + math.log(scale), x[..., 1]], axis=-1)


class Started(layers.Layer):
    """So that training begins at the exponential distribution of the usual scale."""

    def __init__(self, scale, **kwargs):
        super().__init__(**kwargs)
        self.scale = scale

    def call(self, x):
        """The logarithms of the Weibull's scale and shape."""
        return started(x, self.scale)


def network(inputs, targets, initializer, units, scale):
    """A recurrent network whose last state gives the Weibull distribution of the time to the event."""
    readings = keras.Input(inputs.shape, dtype=inputs.dtype, name="readings")
    state = layers.GRU(
        units,
        kernel_initializer=initializer.kernel(),
        recurrent_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[-1]),
        name="gru",
    )(readings)  # (b, units)
    x = layers.Dense(
        2,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="parameters",
    )(state)
    return keras.Model(readings, Started(scale, name="weibull")(x), name="wtte")  # (b, 2)
