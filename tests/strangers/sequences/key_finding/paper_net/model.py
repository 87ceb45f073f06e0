import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """What sounds in two beats, averaged over the piece."""
    beats = keras.Input(inputs.shape, dtype=inputs.dtype, name="beats")  # (b, t, 12)
    x = layers.Conv1D(
        units,
        2,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2 * beats.shape[-1]),
        name="chords",
    )(beats)  # (b, t - 1, units)
    x = layers.GlobalAveragePooling1D(name="summary")(x)  # (b, units)
    for name, width, activation in [("hidden", units, "relu"), ("keys", targets.classes, None)]:
        x = layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    return keras.Model(beats, x, name="key_finding")  # (b, 24)
