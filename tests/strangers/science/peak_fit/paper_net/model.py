import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """An encoder that reads off the line's parameters, and the physics of the detector as decoder."""
    counts = keras.Input(inputs.shape, dtype=inputs.dtype, name="counts")  # (b, channels)
    x = ops.log1p(counts) / 3
    for i, width in enumerate([units, units, 5]):
        x = layers.Dense(
            width,
            activation="elu" if i < 2 else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"encoder_{i}",
        )(x)
    return keras.Model(counts, Line(inputs.shape[0], name="line")(x), name="peak_fit")  # (b, channels)


class Line(layers.Layer):
    """Five numbers of any size → place, width, height and background → the expected counts."""

    def __init__(self, channels, **options):
        super().__init__(**options)
        self.channels = channels

    def call(self, x):
        at = ops.arange(self.channels, dtype="float32") / self.channels
        place, width, height, low, high = [x[:, i : i + 1] for i in range(5)]
        place = ops.sigmoid(place)
        width = 0.01 + 0.1 * ops.sigmoid(width)
        height, low, high = 30 * ops.softplus(height), 5 * ops.softplus(low), 5 * ops.softplus(high)
        return height * ops.exp(-(((at - place) / width) ** 2) / 2) + low + (high - low) * at
