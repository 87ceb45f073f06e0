"""One gate an input, a shared trunk, and a head for each property."""

import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, units, penalty):
    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    readings = keras.Input(inputs.shape, name="readings")
    x = Gates(penalty, name="gates")(readings)
    for i in range(2):
        x = dense(x, units, activation="silu", name=f"trunk_{i}")  # (b, units)
    outputs = {}
    for name, target in targets.items():
        y = dense(x, units // 2, activation="silu", name=f"{name}_hidden")
        outputs[name] = dense(y, target.shape[-1], name=name)  # (b, 1)
    return keras.Model(readings, outputs, name="alloys")


class Gates(layers.Layer):
    """x times a learnt number for each input, which an L1 penalty draws to 0 where the input is of no use."""

    def __init__(self, penalty, **options):
        super().__init__(**options)
        self.penalty = penalty

    def build(self, shape):
        self.gates = self.add_weight(
            shape=(shape[-1],), initializer="ones", regularizer=regularizers.L1(self.penalty), name="gates"
        )

    def call(self, x):
        return x * self.gates
