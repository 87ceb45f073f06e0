"""What learns: causal convolutions over the history, and all horizons and quantiles at once.

Shapes: b batch, t days, h days ahead, q quantiles.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, quantiles):
    """From eight weeks (b, 56, 2) to quantiles of the next days (b, h, q), which never cross."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    history = keras.Input(inputs.shape, dtype=inputs.dtype, name="history")
    x, scale = Scale(name="scale")(history)  # (b, t, 2), (b, 1, 1)
    for i, (size, stride) in enumerate([(7, 1), (3, 1), (7, 7)]):
        x = layers.Conv1D(
            width,
            size,
            strides=stride,
            padding="causal" if stride == 1 else "valid",
            activation="relu",
            **options(size * x.shape[-1]),
            name=f"conv_{i}",
        )(x)
    x = layers.Flatten(name="weeks")(x)  # (b, 8 width)
    x = layers.Dense(48, activation="relu", **options(x.shape[-1]), name="hidden")(x)
    x = layers.Dense(targets.shape[0] * len(quantiles), **options(48), name="steps")(x)
    x = layers.Reshape((targets.shape[0], len(quantiles)), name="grid")(x)  # (b, h, q)
    x = Ascending(name="ascending")(x)
    return keras.Model(history, layers.Multiply(name="quantiles")([x, scale]), name="demand")


class Scale(layers.Layer):
    """What is sold, over its mean of the history; and that mean."""

    def call(self, x):
        scale = ops.mean(x[..., :1], axis=1, keepdims=True) + 1e-3  # (b, 1, 1)
        return ops.concatenate([x[..., :1] / scale, x[..., 1:]], axis=-1), scale


class Ascending(layers.Layer):
    """The first as it is, and each further one above the one before."""

    def call(self, x):
        return ops.cumsum(ops.concatenate([x[..., :1], ops.softplus(x[..., 1:])], axis=-1), axis=-1)
