import keras
from keras import layers, ops


class Sharpness(layers.Layer):
    """Edges at several scales, and the logarithm of their mean power in the image."""

    def __init__(self, width, initializer, **options):
        super().__init__(**options)
        self.convs = [
            layers.Conv2D(
                width, 3, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=9 * c)
            )
            for c in (1, width)
        ]

    def build(self, shape):
        for conv in self.convs:
            conv.build(shape)
            shape = conv.compute_output_shape(shape)

    def call(self, x):
        powers = []
        for conv in self.convs:
            x = conv(x)
            powers.append(ops.log(ops.mean(x**2, axis=(1, 2)) + 1e-4))
            x = ops.tanh(x)
        return ops.concatenate(powers, axis=-1)  # (b, 2 width)

    def compute_output_shape(self, shape):
        return (shape[0], sum(conv.filters for conv in self.convs))


def network(inputs, targets, initializer, width, units):
    """The same sharpness of both images, and from the two a distance."""
    images = {k: keras.Input(x.shape, dtype=x.dtype, name=k) for k, x in inputs.items()}
    sharpness = Sharpness(width, initializer, name="sharpness")
    x = layers.Concatenate(name="both")([sharpness(images["above"]), sharpness(images["below"])])  # (b, 4 width)
    x = layers.LayerNormalization(name="norm")(x)
    for i, size in enumerate([units, targets.shape[0]]):
        x = layers.Dense(
            size,
            activation="relu" if i == 0 else None,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=["hidden", "distance"][i],
        )(x)
    return keras.Model(images, x, name="autofocus")  # (b, 1)
