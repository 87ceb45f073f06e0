import keras
from keras import layers


def network(inputs, targets, initializer, filters, blocks):
    """A stem, residual blocks of 3 x 3, and the logits; as wide as the board to the end."""

    def convolution(x, filters, size, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "padding": "same", **options}
        return layers.Conv2D(filters, size, name=name, **options)(x)

    board = keras.Input(inputs.shape, dtype=inputs.dtype, name="board")
    x = convolution(board, filters, 3, "stem", activation="relu")  # (b, 6, 6, filters)
    for i in range(blocks):
        y = layers.BatchNormalization(name=f"norm_{i}", momentum=0.9)(x)
        y = convolution(y, filters, 3, f"first_{i}", activation="relu")
        y = convolution(y, filters, 3, f"second_{i}")
        x = layers.Add(name=f"sum_{i}")([x, y])
    x = convolution(layers.ReLU(name="last")(x), 1, 1, "head")  # (b, 6, 6, 1)
    return keras.Model(board, layers.Reshape(targets.shape, name="logits")(x), name="reversi")  # (b, 6, 6)
