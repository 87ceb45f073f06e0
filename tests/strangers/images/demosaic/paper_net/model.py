import keras
from keras import layers, ops


@keras.saving.register_keras_serializable("demosaic")
def packed(x):
    """Each 2 x 2 block of a mosaic as four channels: red, green, green, blue."""
    return ops.concatenate([x[:, 0::2, 0::2], x[:, 0::2, 1::2], x[:, 1::2, 0::2], x[:, 1::2, 1::2]], axis=-1)


@keras.saving.register_keras_serializable("demosaic")
def unpacked(x):
    """(b, h, w, 12), four pixels of three colours, as (b, 2h, 2w, 3)."""
    height, width = x.shape[1:3]
    x = ops.reshape(x, (-1, height, width, 2, 2, 3))
    x = ops.transpose(x, (0, 1, 3, 2, 4, 5))
    return ops.reshape(x, (-1, 2 * height, 2 * width, 3))


@keras.saving.register_keras_serializable("demosaic")
def separated(x):
    """A mosaic as three planes, each 0 where its colour was not measured."""
    rows = ops.arange(x.shape[1])[:, None, None] % 2
    columns = ops.arange(x.shape[2])[None, :, None] % 2
    red, blue = (1 - rows) * (1 - columns), rows * columns
    return x * ops.cast(ops.concatenate([red, 1 - red - blue, blue], axis=-1), x.dtype)


def network(inputs, targets, initializer, width, depth):
    """Gharbi et al. 2016: convolutions at half the resolution, then one at the full one beside the mosaic."""

    def conv(x, filters, size, activation, name):
        return layers.Conv2D(
            filters,
            size,
            padding="same",
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
            name=name,
        )(x)

    seen = keras.Input(inputs.shape, name="mosaic")  # (b, h, w, 1)
    x = layers.Lambda(packed, name="packed")(seen)  # (b, h/2, w/2, 4)
    for index in range(depth):
        x = conv(x, width, 3, "relu", f"half_{index}")  # (b, h/2, w/2, width)
    x = conv(x, 12, 1, None, "colours")  # (b, h/2, w/2, 12)
    x = layers.Lambda(unpacked, name="unpacked")(x)  # (b, h, w, 3)
    x = layers.Concatenate()([x, layers.Lambda(separated, name="separated")(seen)])  # (b, h, w, 6)
    x = conv(x, width, 3, "relu", "full")  # (b, h, w, width)
    return keras.Model(seen, conv(x, 3, 1, None, "image"))  # (b, h, w, 3)
