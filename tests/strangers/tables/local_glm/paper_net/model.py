import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, frequency):
    """LocalGLMnet: log(rate) = beta_0 + sum_k beta_k(x) x_k, whose attentions beta(x) a network gives."""
    features = keras.Input(inputs["features"].shape, dtype="float32", name="features")  # (b, 8)
    exposure = keras.Input(inputs["exposure"].shape, dtype="float32", name="exposure")  # (b, 1)
    x = features
    for i, width in enumerate(units):
        x = dense(x, width, initializer, activation="tanh", name=f"hidden_{i}")  # (b, width)
    beta = dense(x, features.shape[-1], initializer, name="attention")  # (b, 8)
    local = layers.Dot(axes=-1, name="skip")([beta, features])  # (b, 1)
    log_rate = Intercept(math.log(frequency), name="intercept")(local)
    claims = layers.Multiply(name="claims")([ops.exp(log_rate), exposure])  # (b, 1)
    return keras.Model({"features": features, "exposure": exposure}, claims, name="local_glm")


class Intercept(layers.Layer):
    """beta_0 + x; it starts where the portfolio's mean is right."""

    def __init__(self, start, **options):
        super().__init__(**options)
        self.start = start

    def build(self, shape):
        self.beta_0 = self.add_weight(shape=(1,), initializer=keras.initializers.Constant(self.start), name="beta_0")

    def call(self, x):
        return x + self.beta_0


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
