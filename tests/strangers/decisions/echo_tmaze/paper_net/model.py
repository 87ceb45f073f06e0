import keras
from keras import layers


def network(inputs, targets, initializer, units, radius, gain):
    """A reservoir that stays as it was drawn, on purpose, and a readout of its last state that learns."""
    seen = keras.Input(inputs.shape, name="seen")  # (b, t, c)
    state = layers.SimpleRNN(
        units,
        kernel_initializer=keras.initializers.RandomUniform(-gain, gain),
        recurrent_initializer=keras.initializers.Orthogonal(radius),  # all eigenvalues of this size
        use_bias=False,
        trainable=False,
        name="reservoir",
    )(seen)  # (b, units)
    way = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="readout",
    )(state)  # (b, ways)
    return keras.Model(seen, way, name="echo_tmaze")
