import keras
from keras import layers, ops


def increasing(raw):
    """theta_0 = raw_0, theta_k = theta_{k-1} + softplus(raw_k): coefficients whose polynomial rises."""
    return ops.cumsum(ops.concatenate([raw[:, :1], ops.softplus(raw[:, 1:])], axis=-1), axis=-1)


class Increasing(layers.Layer):
    def call(self, raw):
        return increasing(raw)


def network(inputs, targets, initializer, units, order):
    """From covariates to the coefficients of a rising Bernstein polynomial.

    Source: Sick et al. 2021, Deep transformation models, section III.
    """

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    covariates = keras.Input(inputs.shape, dtype=inputs.dtype, name="covariates")  # (b, 3)
    x = dense(units, covariates, activation="tanh", name="hidden_0")  # (b, units)
    x = dense(units, x, activation="tanh", name="hidden_1")
    raw = dense(order + 1, x, name="raw")  # (b, order + 1)
    return keras.Model(covariates, Increasing(name="theta")(raw), name="transformation")
