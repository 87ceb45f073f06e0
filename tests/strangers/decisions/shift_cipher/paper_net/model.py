import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, width):
    """Counts the letters, and slides filters around the alphabet: a text moved by one gives an answer moved by one.

    Args:
        units: filters.
        width: letters that a filter sees, odd.
    """

    def conv(x, filters, size, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1] * size)
        return layers.Conv1D(filters, size, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    letters = keras.Input(inputs.shape, dtype=inputs.dtype, name="letters")  # (b, t)
    x = layers.CategoryEncoding(inputs.classes, output_mode="count", name="counts")(letters)  # (b, 26)
    x = ops.expand_dims(x, -1)  # (b, 26, 1)
    x = conv(around(x, width), units, width, activation="relu", name="near")  # (b, 26, units)
    x = conv(around(x, inputs.classes), 1, inputs.classes, name="far")  # (b, 26, 1)
    return keras.Model(letters, layers.Flatten(name="logits")(x), name="shift")  # (b, 26)


def around(x, width):
    """The alphabet goes on behind z with a: (b, 26, u) → (b, 26 + width - 1, u)."""
    return ops.concatenate([x, x[:, : width - 1]], axis=1)
