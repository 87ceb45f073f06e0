"""YOURS. A driver that imitates: convolutions over what was seen, a layer for what was done.

Shapes: b batch, t steps.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """From what was seen (b, t, 4) and done (b, t - 1, 2) to the wheel (b, 1) and the logit of the brake (b, 1)."""
    seen = keras.Input(inputs["seen"].shape, name="seen")
    commands = keras.Input(inputs["commands"].shape, name="commands")

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = layers.Conv1D(units, 3, padding="valid", use_bias=False, kernel_initializer=initializer.kernel())(seen)
    x = ops.silu(layers.BatchNormalization(name="norm")(x))  # (b, t - 2, units)
    x = layers.Flatten(name="features")(x)
    done = dense(units // 2, layers.Flatten(name="past")(commands), activation="silu", name="done")
    x = dense(units, ops.concatenate([x, done], axis=-1), activation="silu", name="hidden")
    outputs = {"steer": dense(1, x, activation="tanh", name="steer"), "brake": dense(1, x, name="brake")}
    return keras.Model({"seen": seen, "commands": commands}, outputs, name="driver")
