import keras
from keras import layers


def network(inputs, targets, initializer, units, components):
    """A recurrence that predicts where the pen goes next, as a mixture."""
    pen = keras.Input(inputs.shape, dtype=inputs.dtype, name="pen")  # (b, t, 3)
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="memory")(pen)
    x = layers.Concatenate(name="skip")([pen, x])
    x = layers.Dense(  # (b, t, 1 + 6 * components)
        1 + 6 * components,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="mixture",
    )(x)
    return keras.Model(pen, x, name="handwriting")
