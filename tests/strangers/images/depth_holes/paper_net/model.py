"""YOURS. What learns, block by block. Shapes: b batch, h w of the image, u units."""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    """Coarse: the whole image to a small depth map. Fine: local features beside it, at full resolution.

    Source: Eigen et al. 2014, Figure 1; trained together here, the paper trains coarse first.
    """

    def conv(x, units, name, size=3, strides=1, activation="relu"):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"kernel_initializer": kernel, "bias_initializer": bias, "name": name}
        return layers.Conv2D(units, size, strides, padding="same", activation=activation, **options)(x)

    image = keras.Input(inputs.shape, name="image")  # (b, h, w, 1)
    x = layers.Rescaling(4.0, offset=-1.5)(image)
    c = conv(x, units, "coarse_1", strides=2)
    c = layers.Flatten()(conv(c, units, "coarse_2", strides=2))  # (b, h / 4 * w / 4 * u)
    options = {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=c.shape[-1])}
    side = inputs.shape[0] // 4
    c = layers.Reshape((side, side, 1))(layers.Dense(side * side, name="coarse_map", **options)(c))
    c = layers.UpSampling2D(4, interpolation="bilinear")(c)  # (b, h, w, 1)
    f = layers.Concatenate()([conv(x, units, "fine_1"), c])
    f = conv(f, units, "fine_2")
    return keras.Model(image, conv(f, 1, "log_depth", activation=None), name="coarse_and_fine")
