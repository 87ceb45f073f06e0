import keras
from keras import layers, ops


def network(inputs, targets, initializer, state, units):
    """The fully neural point process: a recurrent network reads the history, another gives the cumulative hazard.

    From history (b, t, 1) and interval (b, 1) to (b, 2): the cumulative hazard, and the log of its derivative.

    Source: Omi et al. 2019, Fully neural network based model for general temporal point processes, section 3.
    """
    history = keras.Input(inputs["history"].shape, dtype="float32", name="history")
    interval = keras.Input(inputs["interval"].shape, dtype="float32", name="interval")
    x = layers.GRU(state, kernel_initializer=initializer.kernel(), name="state")(history)  # (b, state)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=state)
    x = layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name="of_history")(x)  # (b, units)
    answer = CumulativeHazard(name="hazard")([x, interval])  # (b, 2)
    return keras.Model({"history": history, "interval": interval}, answer, name="point_process")


class CumulativeHazard(layers.Layer):
    """Phi(s) = sum v (tanh(w s + u) - tanh(u)) + c s with positive v, w, c, and log Phi'(s)."""

    def build(self, shapes):
        units = shapes[0][-1]
        start = keras.initializers.RandomNormal(stddev=0.3)
        self.w = self.add_weight(shape=(units,), initializer=start, name="w")
        self.v = self.add_weight(shape=(units,), initializer=start, name="v")
        self.c = self.add_weight(shape=(1,), initializer="zeros", name="c")

    def call(self, arguments):
        u, s = arguments
        w, v, c = (ops.softplus(weight) for weight in (self.w, self.v, self.c))
        bent, start = ops.tanh(w * s + u), ops.tanh(u)  # (b, units)
        phi = ops.sum(v * (bent - start), axis=-1, keepdims=True) + c * s
        slope = ops.sum(v * w * (1 - bent**2), axis=-1, keepdims=True) + c
        return ops.concatenate([phi, ops.log(slope)], axis=-1)
