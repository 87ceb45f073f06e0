import keras
from keras import layers, ops


def network(inputs, targets, initializer, widths):
    """Factorized blocks, each halving rows and columns; a mean over time and place; logits."""
    x = clip = keras.Input(inputs.shape, dtype=inputs.dtype, name="clip")  # (b, t, h, w, 1)
    for i, width in enumerate(widths):
        middle = 27 * x.shape[-1] * width // (9 * x.shape[-1] + 3 * width)  # as many weights as a 3 x 3 x 3 convolution
        x = InSpace(middle, initializer, name=f"space_{i}")(x)  # (b, t, h / 2, w / 2, middle)
        x = layers.ReLU(name=f"space_relu_{i}")(layers.BatchNormalization(momentum=0.9, name=f"space_norm_{i}")(x))
        x = InTime(width, initializer, name=f"time_{i}")(x)  # (b, t, h / 2, w / 2, width)
        x = layers.ReLU(name=f"time_relu_{i}")(layers.BatchNormalization(momentum=0.9, name=f"time_norm_{i}")(x))
    x = layers.GlobalAveragePooling3D(name="pool")(x)  # (b, width)
    logits = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(clip, logits, name="r2plus1d")  # (b, classes)


class InSpace(layers.Layer):
    """A 1 x 3 x 3 convolution: each frame by itself, every second row and column."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.convolution = layers.Conv2D(
            units, 3, strides=2, padding="same", use_bias=False, kernel_initializer=initializer.kernel()
        )

    def build(self, shape):
        self.convolution.build((None, *shape[2:]))

    def call(self, x):
        y = self.convolution(ops.reshape(x, (-1, *x.shape[2:])))  # (b t, h / 2, w / 2, units)
        return ops.reshape(y, (-1, x.shape[1], *y.shape[1:]))


class InTime(layers.Layer):
    """A 3 x 1 x 1 convolution: each place by itself."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.convolution = layers.Conv1D(
            units, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel()
        )

    def build(self, shape):
        self.convolution.build((None, shape[1], shape[-1]))

    def call(self, x):
        _, t, h, w, c = x.shape
        x = ops.transpose(x, (0, 2, 3, 1, 4))  # (b, h, w, t, c)
        y = self.convolution(ops.reshape(x, (-1, t, c)))  # (b h w, t, units)
        y = ops.reshape(y, (-1, h, w, t, y.shape[-1]))
        return ops.transpose(y, (0, 3, 1, 2, 4))
