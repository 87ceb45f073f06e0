import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Acceleration → a bidirectional GRU → two numbers at each moment, whose direction is the phase."""
    acceleration = keras.Input(inputs.shape, dtype=inputs.dtype, name="acceleration")  # (b, t, 3)
    recurrent = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel())
    x = layers.Bidirectional(recurrent, name="recurrent")(acceleration)  # (b, t, 2 units)
    x = layers.LayerNormalization(name="norm")(x)
    x = layers.Dense(
        targets.shape[-1],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=2 * units),
        name="direction",
    )(x)  # (b, t, 2)
    return keras.Model(acceleration, x, name="gait_phase")
