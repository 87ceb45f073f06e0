"""YOURS. What learns. Shapes: b batch, t days, c cells, a auxiliary inputs."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, cells):
    """Rain goes through the cells and out of them; what the first gives off has evaporated. Hoedt et al. 2021."""
    rain = keras.Input(inputs["rain"].shape, name="rain")
    weather = keras.Input(inputs["weather"].shape, name="weather")
    x = layers.Concatenate(name="joined")([rain, weather])  # (b, t, 1 + a)
    cell = MassConservingCell(cells, initializer, name="cell")
    outflow, _ = layers.RNN(cell, return_sequences=True, return_state=True, name="memory")(x)  # (b, t, c)
    discharge = Discharge(name="discharge")(outflow)  # (b, t)
    return keras.Model({"rain": rain, "weather": weather}, discharge, name="mc_lstm")


class MassConservingCell(layers.Layer):
    """Equations 3 to 8: the input gate and each row of the redistribution sum to one; what flows out leaves the cell."""

    def __init__(self, cells, initializer, **options):
        super().__init__(**options)
        self.cells = self.state_size = self.output_size = cells
        self.draw = initializer

    def build(self, shape):
        width = shape[-1] - 1 + self.cells
        kernel = self.draw.kernel
        self.w_in = self.add_weight(shape=(width, self.cells), initializer=kernel(), name="w_in")
        self.b_in = self.add_weight(shape=(self.cells,), initializer="zeros", name="b_in")
        self.w_out = self.add_weight(shape=(width, self.cells), initializer=kernel(), name="w_out")
        self.b_out = self.add_weight(shape=(self.cells,), initializer=keras.initializers.Constant(-3.0), name="b_out")
        self.w_move = self.add_weight(shape=(width, self.cells**2), initializer=kernel(), name="w_move")
        self.b_move = self.add_weight(shape=(self.cells, self.cells), initializer=Diagonal(3.0), name="b_move")

    def call(self, x, states):
        held = states[0]  # (b, c)
        mass, weather = x[:, :1], x[:, 1:]
        shares = held / (ops.sum(held, axis=-1, keepdims=True) + 1e-5)
        known = ops.concatenate([weather, shares], axis=-1)  # (b, a + c)
        into = ops.softmax(ops.matmul(known, self.w_in) + self.b_in, axis=-1)  # (b, c)
        out = ops.sigmoid(ops.matmul(known, self.w_out) + self.b_out)  # (b, c)
        move = ops.reshape(ops.matmul(known, self.w_move), (-1, self.cells, self.cells)) + self.b_move
        move = ops.softmax(move, axis=-1)  # (b, from, to)
        total = ops.einsum("bf,bft->bt", held, move) + into * mass
        return out * total, [(1 - out) * total]


class Diagonal(keras.initializers.Initializer):
    """`gain` on the diagonal: at first, most stays where it is."""

    def __init__(self, gain):
        self.gain = gain

    def __call__(self, shape, dtype=None):
        return self.gain * ops.eye(shape[0], dtype=dtype or "float32")


class Discharge(layers.Layer):
    """The sum of what all cells but the first give off."""

    def call(self, outflow):
        return ops.sum(outflow[:, :, 1:], axis=-1)
