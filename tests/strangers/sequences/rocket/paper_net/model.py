import itertools

import keras
from keras import initializers, layers, ops, regularizers


def network(inputs, targets, initializer, kernels, dilations, penalty, seed):
    """ROCKET: random convolutions that are never learnt, two figures of each, and a linear classifier of these."""
    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")  # (b, t, 1)
    features = []
    for i, (length, dilation) in enumerate(itertools.product([7, 9, 11], dilations)):
        convolution = layers.Conv1D(
            kernels,
            length,
            dilation_rate=dilation,
            padding="same" if i % 2 else "valid",  # the paper: either, at random
            kernel_initializer=Centred(1.0, seed=seed + i),
            bias_initializer=initializers.RandomUniform(-1, 1, seed=seed + i),
            trainable=False,
            name=f"random_{length}_{dilation}",
        )
        x = convolution(series)  # (b, t, kernels)
        positive = ops.cast(x > 0, x.dtype)
        features += [ops.max(x, axis=1), ops.mean(positive, axis=1)]  # the maximum, the proportion of positive values
    x = layers.Concatenate(name="features")(features)
    x = layers.BatchNormalization(center=False, scale=False, name="standardized")(x)
    x = layers.Dense(
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        kernel_regularizer=regularizers.L2(penalty),
        name="logits",
    )(x)
    return keras.Model(series, x, name="rocket")


class Centred(initializers.RandomNormal):
    """Normal, then the mean of each kernel over its length is taken away."""

    def __init__(self, stddev=1.0, seed=None):
        super().__init__(0.0, stddev, seed)

    def __call__(self, shape, dtype=None):
        weights = super().__call__(shape, dtype)
        return weights - ops.mean(weights, axis=0, keepdims=True)
