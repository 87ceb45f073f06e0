import keras
from keras import layers


def network(inputs, targets, initializer, channels, dropout):
    """A small convolutional network with depthwise convolutions, as MobileNet, and a softmax over the marks.

    Source: Talebi and Milanfar 2018, Section III.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    x = layers.Conv2D(
        channels[0],
        3,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9),
        activation="relu",
        name="conv",
    )(image)  # (b, 22, 22, c)
    for i, width in enumerate(channels[1:]):
        x = layers.SeparableConv2D(
            width,
            3,
            strides=2,
            depthwise_initializer=initializer.kernel(),
            pointwise_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            activation="relu",
            name=f"separable_{i}",
        )(x)  # (b, 10, 10, c), (b, 4, 4, c)
    x = layers.GlobalAveragePooling2D(name="pool")(x)  # (b, c)
    x = layers.Dropout(dropout, name="dropout")(x)
    x = layers.Dense(
        targets.shape[0],
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        activation="softmax",
        name="marks",
    )(x)  # (b, 10)
    return keras.Model(image, x, name="nima")
