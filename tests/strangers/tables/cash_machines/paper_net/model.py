import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """A GRU over four weeks, beside the last week itself; from both the seven days ahead."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    days = keras.Input(inputs.shape, name="days")  # (b, 28, 4)
    state = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(days)  # (b, units)
    weeks = layers.Flatten(name="amounts")(days[:, :, :1])  # (b, 28)
    x = layers.Concatenate(name="both")([state, weeks])
    x = layers.LayerNormalization(name="norm")(x)
    x = dense(2 * units, x, activation="silu", name="hidden")
    return keras.Model(days, dense(targets.shape[0], x, name="week"), name="cash")  # (b, 7)
