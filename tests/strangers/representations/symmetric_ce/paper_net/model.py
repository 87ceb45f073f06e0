import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """Two hidden layers with dropout, to logits."""

    def dense(width, x, **options):
        bias = initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=initializer.kernel(), bias_initializer=bias, **options)(x)

    x = pixels = keras.Input(inputs.shape, name="pixels")
    for _ in range(2):
        x = layers.Dropout(dropout)(dense(units, x, activation="relu"))  # (b, units)
    return keras.Model(pixels, dense(targets.classes, x, name="logits"), name="symmetric_ce")
