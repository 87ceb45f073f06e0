import keras
from keras import layers


def network(inputs, targets, initializer, units, dilations):
    """Convolutions of growing dilation with group normalization, a shortcut around each, and one score a pixel."""

    def convolution(x, units, size, **options):
        return layers.Conv2D(
            units,
            size,
            padding="same",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
            **options,
        )(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, h, w, 1)
    x = convolution(image, units, 3, name="stem")  # (b, h, w, units)
    for dilation in dilations:
        y = layers.GroupNormalization(groups=4, name=f"norm_{dilation}")(x)
        y = layers.Activation("relu", name=f"relu_{dilation}")(y)
        x = layers.Add(name=f"add_{dilation}")(
            [x, convolution(y, units, 3, dilation_rate=dilation, name=f"dilated_{dilation}")]
        )
    scores = convolution(x, 1, 1, name="scores")  # (b, h, w, 1)
    return keras.Model(image, layers.Reshape(targets.shape, name="mask")(scores), name="dilated")  # (b, h, w)
