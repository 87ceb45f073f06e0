"""Where, and how sure: a mean and the Cholesky factor of a precision."""

import keras
from keras import layers


def network(inputs, targets, initializer, units):
    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    ranges = keras.Input(inputs.shape, dtype=inputs.dtype, name="ranges")
    x = dense(units, ranges, activation="gelu", name="hidden_0")
    x = dense(units, x, activation="gelu", name="hidden_1")
    mean = dense(targets.shape[-1], x, name="mean")
    factor = dense(3, dense(units // 2, x, activation="gelu", name="spread"), name="factor")
    return keras.Model(ranges, layers.Concatenate(name="gaussian")([mean, factor]), name="joint_covariance")
