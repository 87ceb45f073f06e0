import keras
from keras import layers


def network(inputs, targets, initializer, filters, units):
    """A column of convolutions for either view, and dense layers over both."""
    wide = keras.Input(inputs["wide"].shape, name="wide")  # (b, 100, 1)
    narrow = keras.Input(inputs["narrow"].shape, name="narrow")  # (b, 24, 1)
    of_wide = column(wide, initializer, [filters, 2 * filters, 4 * filters], "wide")  # (b, 12, 4 filters)
    of_narrow = column(narrow, initializer, [filters, 2 * filters], "narrow")  # (b, 6, 2 filters)
    x = layers.Concatenate(name="both")([layers.Flatten()(of_wide), layers.Flatten()(of_narrow)])
    x = dense(units, initializer, x, "relu", "hidden")
    return keras.Model({"wide": wide, "narrow": narrow}, dense(1, initializer, x, "sigmoid", "planet"), name="astronet")


def column(x, initializer, widths, name):
    """Convolutions, each followed by a pooling that halves the length."""
    for i, width in enumerate(widths):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=5 * x.shape[-1])
        conv = layers.Conv1D(
            width,
            5,
            padding="same",
            activation="relu",
            kernel_initializer=kernel,
            bias_initializer=bias,
            name=f"{name}_{i}",
        )
        x = layers.MaxPooling1D(2, name=f"{name}_pool_{i}")(conv(x))
    return x


def dense(units, initializer, x, activation, name):
    """A dense layer of x, with weights of its own."""
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
