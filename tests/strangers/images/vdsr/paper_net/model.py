import keras
from keras import layers


def network(inputs, targets, initializer, depth, filters):
    """A stack of 3 x 3 convolutions that gives what the interpolated image lacks.

    Args:
        depth: convolutions in all.
        filters: of each but the last.

    Source: Kim et al. 2016, Accurate Image Super-Resolution Using Very Deep Convolutional Networks.
    """

    def conv(x, filters, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=9 * x.shape[-1])
        return layers.Conv2D(
            filters, 3, padding="same", activation=activation,
            kernel_initializer=kernel, bias_initializer=bias, name=name,
        )(x)  # fmt: skip

    x = coarse = keras.Input(inputs.shape, dtype=inputs.dtype, name="interpolated")  # (b, 24, 24, 1)
    for i in range(1, depth):
        x = conv(x, filters, f"conv_{i}", "relu")  # (b, 24, 24, filters)
    residual = conv(x, targets.shape[-1], "residual")  # (b, 24, 24, 1)
    return keras.Model(coarse, layers.Add(name="sum")([coarse, residual]), name="vdsr")
