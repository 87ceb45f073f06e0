"""YOURS. T-REX: a reward of each state, whose sums over two clips are compared.

Shapes: b batch, t steps, c sensors.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, dropout):
    """From two clips (b, 2, t, c) to their predicted returns (b, 2), the logits of which one is better."""
    clips = keras.Input(inputs.shape, name="clips")

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = dense(units, clips, activation="leaky_relu", name="hidden_0")  # (b, 2, t, units)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = dense(units, x, activation="leaky_relu", name="hidden_1")
    reward = dense(1, x, name="reward")  # (b, 2, t, 1)
    returns = ops.sum(reward, axis=(2, 3))  # (b, 2)
    return keras.Model(clips, returns, name="trex")
