import keras
from keras import layers, ops


def network(inputs, targets, initializer, units=20):
    """A stage for each epoch, from what is before and behind it."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    powers = keras.Input(inputs.shape, dtype=inputs.dtype, name="powers")  # (b, t, 6)
    x = Jitter(0.4, name="jitter")(powers)
    x = layers.Conv1D(units, 3, padding="same", name="conv", **options(18))(x)  # (b, t, units)
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.Activation("gelu", name="gelu")(x)
    x = layers.Bidirectional(
        layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel()), name="both_ways"
    )(x)  # (b, t, 2 units)
    stages = layers.Dense(targets.classes, name="stages", **options(2 * units))(x)
    return keras.Model(powers, stages, name="sleep")  # (b, t, classes)


class Jitter(layers.Layer):
    """Shifts every channel of a window by a number of its own, in training: as if the sleeper were another."""

    def __init__(self, deviation, **options):
        super().__init__(**options)
        self.deviation = deviation
        self.seeds = keras.random.SeedGenerator(17)

    def call(self, x, training=False):
        if not training:
            return x
        shape = (ops.shape(x)[0], 1, x.shape[-1])
        return x + keras.random.normal(shape, stddev=self.deviation, seed=self.seeds)
