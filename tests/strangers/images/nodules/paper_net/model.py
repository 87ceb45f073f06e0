import keras
from keras import layers


def network(inputs, targets, initializer, filters, keep):
    """Three-dimensional convolutions at two scales, batch normalization, dropout of whole maps before the last one.

    Args:
        filters: of the fine scale; twice as many of the coarse one.
        keep: share of the feature maps that dropout leaves.
    """

    def conv(x, filters, name):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=27 * x.shape[-1])
        x = layers.Conv3D(
            filters, 3, padding="same", kernel_initializer=kernel, bias_initializer=bias, name=name
        )(x)  # fmt: skip
        x = layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)
        return layers.Activation("relu", name=f"{name}_relu")(x)

    volume = keras.Input(inputs.shape, dtype=inputs.dtype, name="volume")  # (b, 12, 12, 12, 1)
    fine = conv(volume, filters, "fine")
    x = layers.MaxPooling3D(2, name="pool")(fine)  # (b, 6, 6, 6, filters)
    x = conv(x, 2 * filters, "coarse_1")
    x = conv(x, 2 * filters, "coarse_2")
    x = layers.UpSampling3D(2, name="up")(x)
    x = conv(layers.Concatenate(name="skip")([x, fine]), filters, "merged")  # (b, 12, 12, 12, filters)
    x = layers.SpatialDropout3D(1 - keep, name="dropout")(x)
    logits = layers.Conv3D(
        1, 1, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=filters), name="logits"
    )(x)
    return keras.Model(volume, logits, name="nodules")
