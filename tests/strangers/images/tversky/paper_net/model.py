import keras
from keras import layers


def network(inputs, targets, initializer, width):
    """A U-Net of one level: an encoder, a bottom of half the size, and a decoder that sees the encoder again."""

    def conv(x, filters, name, size=3, activation="relu"):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": name}
        return layers.Conv2D(filters, size, padding="same", activation=activation, **options)(x)

    scan = keras.Input(inputs.shape, dtype=inputs.dtype, name="scan")  # (b, 32, 32, 1)
    fine = conv(conv(scan, width, "fine_0"), width, "fine_1")
    x = layers.MaxPooling2D(name="down")(fine)  # (b, 16, 16, w)
    x = conv(conv(x, 2 * width, "coarse_0"), 2 * width, "coarse_1")  # (b, 16, 16, 2 w)
    x = layers.UpSampling2D(name="up")(x)  # (b, 32, 32, 2 w)
    x = layers.Concatenate(name="skip")([fine, x])  # (b, 32, 32, 3 w)
    x = conv(x, width, "merge")
    return keras.Model(scan, conv(x, 1, "lesion", 1, "sigmoid"), name="unet")  # (b, 32, 32, 1)
