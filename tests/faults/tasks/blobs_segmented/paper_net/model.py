"""YOURS. What learns: a small U-Net. Shapes: b batch, h rows, w columns, c channels."""

import keras
from keras import layers, ops


def unet(inputs, targets, initializer, filters, noise, dropout, momentum):
    """Two poolings down, two up, with the features of each level handed across.

    Args:
        filters: of the first level; each level below has twice as many.
        noise: standard deviation of the noise added in training.
        dropout: share of the channels left out at the bottom.
        momentum: of the batch normalizations' averages.
    """

    def block(x, filters, name):
        x = layers.Conv2D(
            filters, 3, padding="same", use_bias=False, kernel_initializer=initializer.kernel(), name=f"{name}_conv"
        )(x)
        x = layers.BatchNormalization(momentum=momentum, name=f"{name}_norm")(x)
        return layers.ReLU(name=f"{name}_relu")(x)

    scan = keras.Input(inputs.shape, dtype=inputs.dtype, name="scan")  # (b, 16, 16, 1)
    x = ScannerNoise(noise, name="noise")(scan)
    fine = block(block(x, filters, "fine1"), filters, "fine2")  # (b, 16, 16, f)
    x = layers.MaxPooling2D(name="pool1")(fine)  # (b, 8, 8, f)
    middle = block(x, 2 * filters, "middle")  # (b, 8, 8, 2f)
    x = layers.MaxPooling2D(name="pool2")(middle)  # (b, 4, 4, 2f)
    x = block(x, 4 * filters, "bottom")  # (b, 4, 4, 4f)
    x = layers.SpatialDropout2D(dropout, name="dropout")(x)
    x = layers.UpSampling2D(name="up2")(x)  # (b, 8, 8, 4f)
    x = layers.Concatenate(name="across2")([x, middle])  # (b, 8, 8, 6f)
    x = block(x, 2 * filters, "rising")  # (b, 8, 8, 2f)
    x = layers.UpSampling2D(name="up1")(x)  # (b, 16, 16, 2f)
    x = layers.Concatenate(name="across1")([x, fine])  # (b, 16, 16, 3f)
    x = block(x, filters, "last")  # (b, 16, 16, f)
    logits = layers.Conv2D(
        targets.classes,
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=filters),
        name="logits",
    )(x)  # (b, 16, 16, classes)
    return keras.Model(scan, logits, name="unet")


class ScannerNoise(layers.Layer):
    """Gaussian noise in training, none in inference."""

    def __init__(self, stddev, **kwargs):
        super().__init__(**kwargs)
        self.stddev = stddev
        self.draws = keras.random.SeedGenerator()

    def call(self, x, training=False):
        if not training:
            return x
        return x + self.stddev * keras.random.normal(ops.shape(x), seed=self.draws)

    def get_config(self):
        return {**super().get_config(), "stddev": self.stddev}
