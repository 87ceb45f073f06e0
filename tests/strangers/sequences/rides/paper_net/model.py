import keras
from keras import layers


def network(inputs, targets, initializer, units, dropout):
    """A GRU reads the history; what it remembers and the calendar of each hour ahead give that hour's rides."""

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    history = keras.Input(inputs["history"].shape, dtype=inputs["history"].dtype, name="history")  # (b, past, 2)
    calendar = keras.Input(inputs["calendar"].shape, dtype=inputs["calendar"].dtype, name="calendar")  # (b, future, c)
    state = layers.GRU(units, kernel_initializer=initializer.kernel(), name="reader")(history)  # (b, u)
    x = layers.RepeatVector(targets.shape[0], name="for_each_hour")(layers.Dropout(dropout)(state))  # (b, future, u)
    x = layers.Concatenate(name="with_calendar")([x, calendar])
    x = dense(x, 2 * units, activation="swish", name="hidden_1")
    x = dense(x, units, activation="swish", name="hidden_2")
    rides = dense(x, 1, name="rides")  # (b, future, 1)
    return keras.Model([history, calendar], layers.Reshape(targets.shape, name="hours")(rides), name="rides")
