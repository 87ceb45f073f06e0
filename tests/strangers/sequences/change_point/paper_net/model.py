"""What learns: residual blocks of dilated convolutions, a score for each step.

Shapes: b batch, t steps, c channels.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, width, dilations):
    """From a series (b, t, 1) to logits over its steps (b, t)."""

    def conv(x, units, size, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=size * x.shape[-1])
        return layers.Conv1D(units, size, padding="same", kernel_initializer=kernel, bias_initializer=bias, **options)(
            x
        )

    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")
    x = conv(series, width, 5, name="stem")  # (b, t, width)
    for d in dilations:
        y = layers.BatchNormalization(name=f"norm_{d}")(x)
        y = layers.Activation("relu", name=f"relu_{d}")(y)
        y = conv(y, width, 3, dilation_rate=d, name=f"dilated_{d}")
        x = layers.Add(name=f"sum_{d}")([x, y])
    x = layers.Activation("relu", name="relu")(layers.BatchNormalization(name="norm")(x))
    x = conv(x, 1, 1, name="score")  # (b, t, 1)
    return keras.Model(series, layers.Flatten(name="logits")(x), name="change_point")  # (b, t)
