import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """GRU-D over a patient's hours, and the probability of the outcome from its last state."""
    parts = {name: keras.Input(of.shape, name=name) for name, of in inputs.items()}
    x = layers.Concatenate(name="hours")([parts["values"], parts["mask"], parts["elapsed"]])  # (b, t, 3 signs)
    x = layers.RNN(GRUD(units, inputs["mask"].shape[-1], initializer), name="gru_d")(x)  # (b, units)
    x = layers.Dropout(0.2)(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    answer = layers.Dense(1, "sigmoid", kernel_initializer=kernel, bias_initializer=bias, name="risk")(x)
    return keras.Model(parts, answer, name="gru_d")


class GRUD(layers.Layer):
    """A GRU whose input falls back to the mean, 0, and whose state to nothing, since the last measurement."""

    def __init__(self, units, signs, initializer, **kwargs):
        super().__init__(**kwargs)
        self.units, self.initializer = units, initializer
        self.state_size, self.output_size = [units, signs], units

    def build(self, shape):
        signs, units = shape[-1] // 3, self.units
        kernel, bias = self.initializer.kernel, self.initializer.bias
        self.input_decay = self.add_weight(shape=(signs,), initializer="zeros", name="input_decay")
        self.input_offset = self.add_weight(shape=(signs,), initializer="zeros", name="input_offset")
        self.state_decay = self.add_weight(shape=(signs, units), initializer=kernel(), name="state_decay")
        self.state_offset = self.add_weight(shape=(units,), initializer="zeros", name="state_offset")
        self.gates = self.add_weight(shape=(2 * signs + units, 2 * units), initializer=kernel(), name="gates")
        fan_in = 2 * signs + units
        self.gates_bias = self.add_weight(shape=(2 * units,), initializer=bias(fan_in=fan_in), name="gates_bias")
        self.fresh = self.add_weight(shape=(2 * signs + units, units), initializer=kernel(), name="fresh")
        self.fresh_bias = self.add_weight(shape=(units,), initializer=bias(fan_in=fan_in), name="fresh_bias")

    def call(self, hour, states):
        state, last = states
        values, mask, elapsed = ops.split(hour, 3, axis=-1)  # each (b, signs)
        values = imputed(values, mask, last, decay(elapsed * self.input_decay + self.input_offset))
        state = decay(ops.matmul(elapsed, self.state_decay) + self.state_offset) * state
        read = ops.concatenate([values, mask, state], axis=-1)
        update, reset = ops.split(ops.sigmoid(ops.matmul(read, self.gates) + self.gates_bias), 2, axis=-1)
        fresh = ops.concatenate([values, mask, reset * state], axis=-1)
        fresh = ops.tanh(ops.matmul(fresh, self.fresh) + self.fresh_bias)
        state = (1 - update) * state + update * fresh
        return state, [state, mask * hour[:, : mask.shape[1]] + (1 - mask) * last]

    def get_initial_state(self, batch_size=None):
        return [ops.zeros((batch_size, size)) for size in self.state_size]


def decay(rate):
    """1 where the rate is 0 or less, towards 0 as it grows."""
    return ops.exp(-ops.relu(rate))


def imputed(values, mask, last, weight):
    """What was measured; elsewhere the last measurement, as far as it still counts, the rest being the mean 0."""
    return mask * values + (1 - mask) * weight * last
