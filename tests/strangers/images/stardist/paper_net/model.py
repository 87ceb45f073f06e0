import keras
from keras import layers


def network(inputs, targets, initializer, filters):
    """A small U-Net that gives of each pixel the logit of its object probability, and its distances along the rays.

    Source: Schmidt et al. 2018, Cell Detection with Star-convex Polygons.
    """

    def conv(x, filters, name, activation="relu"):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        return layers.Conv2D(
            filters, 3, padding="same", activation=activation,
            kernel_initializer=kernel, bias_initializer=bias, name=name,
        )(x)  # fmt: skip

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 24, 24, 1)
    fine = conv(image, filters, "down_1")
    x = layers.MaxPooling2D(2, name="pool_1")(fine)  # (b, 12, 12, filters)
    middle = conv(x, 2 * filters, "down_2")
    x = layers.MaxPooling2D(2, name="pool_2")(middle)  # (b, 6, 6, 2 filters)
    x = conv(x, 2 * filters, "bottom")
    x = layers.UpSampling2D(2, name="up_2")(x)
    x = conv(layers.Concatenate(name="skip_2")([x, middle]), 2 * filters, "merge_2")  # (b, 12, 12, 2 filters)
    x = layers.UpSampling2D(2, name="up_1")(x)
    x = conv(layers.Concatenate(name="skip_1")([x, fine]), 2 * filters, "features")  # (b, 24, 24, 2 filters)
    return keras.Model(image, conv(x, targets.shape[-1], "star", activation=None), name="stardist")
