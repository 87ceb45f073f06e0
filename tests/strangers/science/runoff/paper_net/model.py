import keras
from keras import layers, ops


def step(gates, opened, cell):
    """One day: f, g, o from `gates`, the input gate from the basin. Returns the cell and the state."""
    forget, new, out = ops.split(gates, 3, axis=-1)
    cell = ops.sigmoid(forget) * cell + opened * ops.tanh(new)
    return cell, ops.sigmoid(out) * ops.tanh(cell)


class EntityAwareLSTM(layers.Layer):
    """An LSTM whose input gate is decided once, by what the basin is like."""

    def __init__(self, units, initializer, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.opened = layers.Dense(units, activation="sigmoid", kernel_initializer=initializer.kernel(), name="opened")
        self.read = layers.Dense(3 * units, kernel_initializer=initializer.kernel(), name="read")
        self.recur = layers.Dense(3 * units, use_bias=False, kernel_initializer="orthogonal", name="recur")

    def build(self, weather_shape, basin_shape):
        self.opened.build(basin_shape)
        self.read.build(weather_shape)
        self.recur.build((None, self.units))

    def call(self, weather, basin):
        opened, read = self.opened(basin), self.read(weather)  # (b, u), (b, t, 3u)
        state = cell = ops.zeros_like(opened)
        for day in range(weather.shape[1]):
            cell, state = step(read[:, day] + self.recur(state), opened, cell)
        return state  # (b, u)


def network(inputs, targets, initializer, units):
    """The last state of an entity-aware LSTM, and the day's flow from it."""
    weather = keras.Input(inputs["weather"].shape, name="weather")  # (b, t, 2)
    basin = keras.Input(inputs["basin"].shape, name="basin")  # (b, 3)
    state = EntityAwareLSTM(units, initializer, name="lstm")(weather, basin)
    flow = layers.Dense(
        1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units), name="flow"
    )(state)
    return keras.Model({"weather": weather, "basin": basin}, flow, name="ea_lstm")  # (b, 1)
