import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A severity score from one call."""
    voice = keras.Input(inputs.shape, name="voice")
    x = voice
    for i in range(3):
        x = dense(units, "relu", x, initializer, f"hidden_{i}")(x)  # (b, u)
    return keras.Model(voice, dense(1, None, x, initializer, "score")(x), name="voice_scores")


def dense(units, activation, x, initializer, name):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )
