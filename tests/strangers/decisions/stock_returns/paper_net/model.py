import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """The value of a day: a small network with a residual block."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    state = keras.Input(inputs.shape, dtype=inputs.dtype, name="state")  # (b, 6)
    x = dense(state, units, activation="silu", name="first")  # (b, units)
    x = layers.Add()([x, dense(dense(x, units, activation="silu", name="inner"), units, name="outer")])
    x = layers.Activation("silu")(x)
    return keras.Model(state, dense(x, *targets.shape, name="value"), name="value")  # (b, 1)
