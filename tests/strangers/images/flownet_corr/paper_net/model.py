import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, reach):
    """FlowNetC in small: both frames through the same layer, compared by a correlation layer, refined to the flow."""

    def conv(filters, fan_in, size=3, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * fan_in)
        return layers.Conv2D(filters, size, padding="same", kernel_initializer=kernel, bias_initializer=bias, **options)

    first = keras.Input(inputs["first"].shape, dtype=inputs["first"].dtype, name="first")  # (b, h, w, 1)
    second = keras.Input(inputs["second"].shape, dtype=inputs["second"].dtype, name="second")
    features = conv(units, 1, name="features")  # shared by the two frames
    a, b = features(first), features(second)  # (b, h, w, units)
    x = Correlation(reach, name="correlation")(a, b)  # (b, h, w, (2 reach + 1)²)
    x = layers.LeakyReLU(0.1, name="rectified")(x)
    redirected = conv(8, units, size=1, activation="relu", name="conv_redir")(a)  # (b, h, w, 8)
    x = layers.Concatenate(name="joined")([x, redirected])
    for i in range(2):
        x = conv(32, x.shape[-1], name=f"conv_{i}")(x)
        x = layers.LeakyReLU(0.1, name=f"leaky_{i}")(x)  # (b, h, w, 32)
    flow = conv(2, 32, name="flow")(x)  # (b, h, w, 2)
    return keras.Model({"first": first, "second": second}, flow, name="flownet")


class Correlation(layers.Layer):
    """Compares each place of the first map with the places around it in the second."""

    def __init__(self, reach, **options):
        super().__init__(**options)
        self.reach = reach

    def call(self, first, second):
        return correlation(first, second, self.reach)


def correlation(first, second, reach):
    """c(p, o) = <first(p), second(p + o)> / channels, for all offsets o up to reach, row by row; 0 outside.

    Source: Dosovitskiy et al. 2015, equation 1, with patches of one pixel.
    """
    height, width = first.shape[1:3]
    padded = ops.pad(second, [[0, 0], [reach, reach], [reach, reach], [0, 0]])
    offsets = [(down, right) for down in range(2 * reach + 1) for right in range(2 * reach + 1)]
    shifted = [padded[:, down : down + height, right : right + width] for down, right in offsets]
    return ops.stack([ops.mean(first * other, axis=-1) for other in shifted], axis=-1)
