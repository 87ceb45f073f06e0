import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, kernel_size):
    """Convolutions around the ring of slow variables; each site's answer from a few neighbours."""
    x = slow = keras.Input(inputs.shape, name="slow")  # (b, k, 1)
    for depth, width in enumerate(filters):
        x = Around(kernel_size // 2, name=f"around_{depth}")(x)  # (b, k + size - 1, c)
        x = layers.Conv1D(
            width,
            kernel_size,
            activation="relu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=kernel_size * x.shape[-1]),
            name=f"conv_{depth}",
        )(x)  # (b, k, width)
    x = layers.Conv1D(
        1,
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="effect",
    )(x)  # (b, k, 1)
    return keras.Model(slow, layers.Reshape(targets.shape, name="sites")(x), name="closure")  # (b, k)


class Around(layers.Layer):
    def __init__(self, width, **kwargs):
        super().__init__(**kwargs)
        self.width = width

    def call(self, x):
        return around(x, self.width)


def around(x, width):
    """The ring cut open, `width` sites of the other end before it and behind it: (b, k, c) to (b, k + 2 width, c)."""
    return ops.concatenate([x[:, -width:], x, x[:, :width]], axis=1)
