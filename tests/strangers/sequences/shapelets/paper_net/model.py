import keras
from keras import layers, ops


def soft_minimum(distances, alpha):
    """The mean of the last axis that weighs the smallest most, alpha < 0; equation 6 (of alpha = -∞ the minimum)."""
    distances = ops.convert_to_tensor(distances)
    return ops.sum(distances * ops.softmax(alpha * distances, axis=-1), axis=-1)


def window_distances(series, shapelets):
    """The mean squared distance of every window of a series to every shapelet, (b, shapelets, windows); equation 5."""
    series, shapelets = ops.convert_to_tensor(series), ops.convert_to_tensor(shapelets)
    width = shapelets.shape[-1]
    windows = series.shape[-1] - width + 1
    cut = ops.stack([series[:, start : start + windows] for start in range(width)], axis=-1)  # (b, windows, width)
    return ops.mean((cut[:, None] - shapelets[None, :, None]) ** 2, axis=-1)


class Shapelets(layers.Layer):
    """How near each of some short shapes, which are learnt, comes to any window of the series."""

    def __init__(self, number, width, alpha, initializer, **kwargs):
        super().__init__(**kwargs)
        self.number, self.width, self.alpha, self.initializer = number, width, alpha, initializer

    def build(self, shape):
        """The shapes."""
        self.shapes = self.add_weight((self.number, self.width), initializer=self.initializer, name="shapes")

    def call(self, series):
        """Of a series (b, t) the soft minima (b, number)."""
        return soft_minimum(window_distances(series, self.shapes), self.alpha)


def network(inputs, targets, initializer, number, widths, alpha):
    """Shapelets of several lengths, and a linear classifier of their distances."""
    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")
    near = [Shapelets(number, width, alpha, initializer.kernel(), name=f"shapelets{width}")(series) for width in widths]
    near = layers.Concatenate(name="distances")(near)  # (b, number * widths)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=near.shape[-1]),
        kernel_regularizer=keras.regularizers.L2(1e-3),
        name="logits",
    )(near)
    return keras.Model(series, logits, name="shapelets")
