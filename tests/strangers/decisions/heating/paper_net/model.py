import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A recurrent reader of the last hours, and the command it expects."""
    hours = keras.Input(inputs.shape, dtype=inputs.dtype, name="hours")
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="reader")(hours)  # (b, units)
    x = layers.Dense(
        targets.classes, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units)
    )(x)
    return keras.Model(hours, x, name="heating")  # (b, 2)
