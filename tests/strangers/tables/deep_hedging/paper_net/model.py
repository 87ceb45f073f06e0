import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """The semi-recurrent strategy: each holding from what is known on the day and the holding before."""
    market = keras.Input(inputs.shape, dtype=inputs.dtype, name="market")  # (b, days, 2)
    x = layers.RNN(HedgeCell(units, initializer), return_sequences=True, name="hedge")(market)  # (b, days, 1)
    return keras.Model(market, layers.Reshape((inputs.shape[0],), name="holdings")(x), name="deep_hedging")  # (b, days)


class HedgeCell(layers.Layer):
    """holding_k = F(what is known on day k, holding_{k-1}); Buehler et al. 2019, Section 4.3."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.state_size = self.output_size = 1
        self.first = layers.Dense(units, "relu", kernel_initializer=initializer.kernel())
        self.second = layers.Dense(units, "relu", kernel_initializer=initializer.kernel())
        self.holding = layers.Dense(1, kernel_initializer=initializer.kernel())

    def build(self, shape):
        self.first.build((shape[0], shape[-1] + 1))
        self.second.build((shape[0], self.first.units))
        self.holding.build((shape[0], self.second.units))

    def call(self, x, states):
        x = ops.concatenate([x, states[0]], axis=-1)  # (b, 3)
        holding = self.holding(self.second(self.first(x)))  # (b, 1)
        return holding, [holding]
