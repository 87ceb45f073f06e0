import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A GRU whose inputs and state decay while nothing is measured."""
    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}  # (b, t, d)
    x = layers.Concatenate(name="all")([given["value"], given["mask"], given["gap"]])  # (b, t, 3 d)
    x = layers.RNN(DecayCell(units, inputs["value"].shape[-1], initializer), name="grud")(x)  # (b, units)
    x = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="logit",
    )(x)
    return keras.Model(given, x, name="grud")


def decay(gap, weight, bias):
    """exp(-max(0, W gap + b)), equation 5; a weight of each variable, or a matrix."""
    product = gap @ weight if len(weight.shape) == 2 else gap * weight
    return ops.exp(-ops.relu(product + bias))


class DecayCell(layers.Layer):
    """GRU-D, equations 5 to 11, of standardized values, whose mean is 0; the state is h and the last values."""

    def __init__(self, units, variables, initializer, **kwargs):
        super().__init__(**kwargs)
        self.units, self.initializer, self.output_size = units, initializer, units
        self.state_size = [units, variables]

    def build(self, shape):
        d = shape[-1] // 3

        def weight(name, *shape, start=None):
            return self.add_weight(shape=shape, initializer=start or self.initializer.kernel(), name=name)

        self.x_decay, self.x_bias = weight("x_decay", d, start="zeros"), weight("x_bias", d, start="zeros")
        self.h_decay, self.h_bias = weight("h_decay", d, self.units), weight("h_bias", self.units, start="zeros")
        inside = 2 * d + self.units
        self.gates, self.gates_bias = (
            weight("gates", inside, 2 * self.units),
            weight("gb", 2 * self.units, start="zeros"),
        )
        self.new, self.new_bias = weight("new", inside, self.units), weight("nb", self.units, start="zeros")

    def call(self, x, states):
        h, last = states
        value, mask, gap = ops.split(x, 3, axis=-1)  # (b, d) each
        last_decayed = decay(gap, self.x_decay, self.x_bias) * last
        x = mask * value + (1 - mask) * last_decayed
        h = decay(gap, self.h_decay, self.h_bias) * h
        z, r = ops.split(ops.sigmoid(ops.concatenate([x, h, mask], -1) @ self.gates + self.gates_bias), 2, axis=-1)
        new = ops.tanh(ops.concatenate([x, r * h, mask], -1) @ self.new + self.new_bias)
        h = (1 - z) * h + z * new
        return h, [h, mask * value + (1 - mask) * last]
