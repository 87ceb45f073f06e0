import keras
from keras import layers


def network(inputs, targets, initializer, width):
    """An encoder, a decoder and one skip: logits of a knot, pixel by pixel."""

    def conv(x, filters, size=3, activation="relu", rate=1):
        return layers.Conv2D(
            filters,
            size,
            padding="same",
            dilation_rate=rate,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
        )(x)

    image = keras.Input(inputs.shape, name="board")  # (b, 20, 20, 1)
    fine = conv(image, width)  # (b, 20, 20, width)
    x = conv(layers.MaxPooling2D()(fine), 2 * width)  # (b, 10, 10, 2 width)
    x = conv(x, 2 * width, rate=2)  # (b, 10, 10, 2 width)
    x = layers.Concatenate()([layers.UpSampling2D()(x), fine])  # (b, 20, 20, 3 width)
    x = conv(x, width)  # (b, 20, 20, width)
    return keras.Model(image, conv(x, 1, 1, None))  # (b, 20, 20, 1)
