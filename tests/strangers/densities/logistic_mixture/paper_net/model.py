"""A causal network with PixelCNN++'s output (Salimans et al. 2017), for one axis: time.

Shapes: b batch, t time, f filters, k mixtures.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, dilations, mixtures):
    def conv(width, size, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
        return layers.Conv1D(width, size, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    wave = keras.Input(inputs.shape, dtype=inputs.dtype, name="wave")  # (b, t, 1)
    x = layers.ZeroPadding1D((1, 0), name="shift")(wave)
    x = layers.Cropping1D((0, 1), name="before")(x)  # the step before, in the place of each
    x = conv(filters, 2, x, padding="causal", name="first")  # (b, t, f)
    for i, dilation in enumerate(dilations):
        y = conv(filters, 3, x, padding="causal", dilation_rate=dilation, activation="elu", name=f"dilated_{i}")
        y = conv(filters, 1, y, name=f"mixed_{i}")
        x = layers.Add(name=f"residual_{i}")([x, y])
    x = layers.Activation("elu", name="elu")(x)
    return keras.Model(wave, conv(3 * mixtures, 1, x, name="parameters"), name="logistic_mixture")  # (b, t, 3 k)
