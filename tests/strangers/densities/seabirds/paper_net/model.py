import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Where the bird flies, as a vector: its direction is the mean heading, its length how sure that is."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="track")
    h = dense(x, units, activation="silu", name="hidden_0")  # (b, units)
    h = h + dense(h, units, activation="silu", name="hidden_1")  # (b, units)
    return keras.Model(x, dense(h, 2, name="vector"), name="heading")  # (b, 2)
