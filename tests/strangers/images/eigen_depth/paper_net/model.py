import keras
from keras import layers, ops

from . import losses


def network(inputs, targets, initializer, channels, units):
    """A coarse network that sees all of the image, and a fine one that refines what it says.

    Source: Eigen et al. 2014, Figure 1.
    """

    def conv(x, width, size, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * size * x.shape[-1])
        options = {"padding": "same", "activation": "relu"} | options
        return layers.Conv2D(width, size, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)

    def dense(x, width, name, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, name=name, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, h, w, 1)
    h, w, _ = inputs.shape
    x = conv(image, channels, 5, "coarse_1", strides=2)  # (b, h/2, w/2, channels)
    x = conv(x, 2 * channels, 3, "coarse_2", strides=2)  # (b, h/4, w/4, 2 channels)
    x = dense(layers.Flatten(name="all")(x), units, "coarse_3", activation="relu")  # (b, units)
    x = layers.Dropout(0.1, name="dropout")(x)
    x = dense(x, h * w // 4, "coarse_4")
    x = layers.Reshape((h // 2, w // 2, 1), name="coarse_map")(x)
    coarse = layers.UpSampling2D(interpolation="bilinear", name="coarse")(x)  # (b, h, w, 1)
    x = layers.Concatenate(name="both")([conv(image, channels, 5, "fine_1"), coarse])
    x = conv(x, channels, 5, "fine_2")
    x = layers.Add(name="log_depth")([coarse, conv(x, 1, 3, "fine_3", activation=None)])  # (b, h, w, 1)
    return DepthNetwork(image, x, name="depth")


class DepthNetwork(keras.Model):
    """Its loss is that of the paper, and the error's gradients along both axes beside it (Eigen and Fergus 2015)."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(losses.scale_invariant(y, y_pred) + losses.gradients(y, y_pred))
