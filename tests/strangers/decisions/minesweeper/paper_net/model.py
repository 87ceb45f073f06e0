import keras
from keras import layers


def network(inputs, targets, initializer, filters, depth):
    """A residual stack of convolutions from what is seen to a logit of a mine in each cell."""

    def conv(x, filters, size, **options):
        bias = initializer.bias(fan_in=size * size * x.shape[-1])
        return layers.Conv2D(
            filters, size, padding="same", kernel_initializer=initializer.kernel(), bias_initializer=bias, **options
        )(x)

    board = keras.Input(inputs.shape, name="board")
    x = conv(board, filters, 3, activation="relu", name="first")  # (b, h, w, filters)
    for i in range(depth):
        y = conv(x, filters, 3, activation="relu", name=f"block_{i}_a")
        x = layers.Add(name=f"block_{i}")([x, conv(y, filters, 1, name=f"block_{i}_b")])
    x = conv(layers.ReLU(name="relu")(x), 1, 1, name="mine")
    return keras.Model(board, layers.Reshape(targets.shape, name="logits")(x), name="sweeper")  # (b, h, w)
