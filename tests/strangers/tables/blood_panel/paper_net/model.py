import keras
from keras import layers, ops


@keras.saving.register_keras_serializable("paper_net")
class Tied(layers.Layer):
    """An autoencoder whose decoder has the encoder's two kernels, transposed, and biases of its own."""

    def __init__(self, units, code, initializers, **options):
        super().__init__(**options)
        self.units, self.code = units, code
        self.initializers = [keras.initializers.get(one) for one in initializers]  # of kernels, flags, biases

    def build(self, value_shape, shown_shape):
        tests = value_shape[-1]
        first, second, flags, bias = self.initializers
        self.first = self.add_weight(shape=(tests, self.units), initializer=first, name="first")
        self.second = self.add_weight(shape=(self.units, self.code), initializer=second, name="second")
        self.flags = self.add_weight(shape=(tests, self.units), initializer=flags, name="flags")
        self.biases = [
            self.add_weight(shape=(size,), initializer=bias, name=f"bias_{number}")
            for number, size in enumerate([self.units, self.code, self.units, tests])
        ]

    def call(self, value, shown):
        x = ops.matmul(shown * value, self.first) + ops.matmul(shown, self.flags)  # (b, u)
        x = ops.matmul(ops.tanh(x + self.biases[0]), self.second) + self.biases[1]  # (b, code)
        x = ops.tanh(ops.matmul(x, ops.transpose(self.second)) + self.biases[2])  # (b, u)
        return ops.matmul(x, ops.transpose(self.first)) + self.biases[3]  # (b, tests)

    def get_config(self):
        initializers = [keras.initializers.serialize(one) for one in self.initializers]
        return {**super().get_config(), "units": self.units, "code": self.code, "initializers": initializers}


def network(inputs, targets, initializer, units, code):
    """All tests of a person from those that are shown."""
    value = keras.Input(inputs["value"].shape, dtype=inputs["value"].dtype, name="value")
    shown = keras.Input(inputs["shown"].shape, dtype=inputs["shown"].dtype, name="shown")
    kernels = [initializer.kernel() for _ in range(3)]
    tied = Tied(units, code, [*kernels, initializer.bias(fan_in=units)], name="tied")
    return keras.Model({"value": value, "shown": shown}, tied(value, shown), name="blood_panel")  # (b, tests)
