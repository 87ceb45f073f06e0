import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """A small U-Net with one level below the image's own."""

    def conv(x, units, size=3, activation="relu", name=None):
        return layers.Conv2D(
            units,
            size,
            padding="same",
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=size * size * x.shape[-1]),
            name=name,
        )(x)

    image = keras.Input(inputs.shape, name="image")
    fine = conv(conv(image, filters), filters)
    coarse = layers.MaxPooling2D(name="half")(fine)  # (b, 12, 12, f)
    coarse = conv(conv(coarse, 2 * filters), 2 * filters)
    x = layers.Concatenate()([layers.UpSampling2D()(coarse), fine])  # (b, 24, 24, 3 f)
    x = conv(x, filters)
    return keras.Model(image, conv(x, 1, 1, "sigmoid", name="lesion"), name="unet")
