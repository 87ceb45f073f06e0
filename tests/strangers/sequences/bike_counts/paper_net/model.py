import keras
from keras import layers


def network(inputs, targets, initializer, units, hidden):
    """The recent hours through a GRU, the coming hour beside it, and a rate for each kind of rider."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    given = {name: keras.Input(each.shape, dtype=each.dtype, name=name) for name, each in inputs.items()}
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), name="gru")(given["recent"])  # (b, units)
    x = layers.Concatenate(name="both")([x, given["calendar"]])
    x = dense(hidden, x, activation="relu", name="hidden")
    rates = {name: dense(1, x, activation="exponential", name=name) for name in targets}  # rides an hour
    return keras.Model(inputs=given, outputs=rates, name="bikes")
