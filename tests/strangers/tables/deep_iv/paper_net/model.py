import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, units, components, nodes):
    """Both stages in one graph: the price's distribution given the instrument, and the sales given the price.

    The second stage is fitted through the integral over the first one's distribution, which no gradient enters.
    """
    ins = {name: keras.Input(inputs[name].shape, dtype=inputs[name].dtype, name=name) for name in inputs}
    x = layers.Concatenate(name="first_inputs")([ins["fuel"], ins["season"]])  # (b, 3)
    x = dense(units, x, initializer, activation="relu", name="first_hidden")  # (b, units)
    mixture = dense(3 * components, x, initializer, name="mixture")  # (b, 3 components)

    structural = Structural(units, initializer, name="structural")
    prices, weights = Quadrature(nodes, name="quadrature")(mixture)  # (b, components * nodes), twice
    sales = structural(prices, ins["season"])  # (b, components * nodes)
    sales = layers.Dot(axes=1, name="integral")([weights, sales])  # (b, 1)
    effect = structural(ins["price"], ins["season"])  # (b, 1)
    return keras.Model(ins, {"price": mixture, "sales": sales, "effect": effect}, name="deep_iv")


class Structural(layers.Layer):
    """h(price, season), for several prices (b, n) of one season at once."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        kernels = [initializer.kernel() for _ in range(3)]
        biases = [initializer.bias(fan_in=fan_in) for fan_in in (3, units, units)]
        self.body = [
            layers.Dense(width, activation=activation, kernel_initializer=kernel, bias_initializer=bias)
            for width, activation, kernel, bias in zip(
                [units, units, 1], ["relu", "relu", None], kernels, biases, strict=True
            )
        ]

    def build(self, prices_shape, season_shape):
        width = season_shape[-1] + 1  # the season and one price
        for layer in self.body:
            layer.build((None, None, width))
            width = layer.units

    def call(self, prices, season):
        season = ops.repeat(ops.expand_dims(season, 1), prices.shape[1], axis=1)  # (b, n, 2)
        x = ops.concatenate([ops.expand_dims(prices, -1), season], axis=-1)  # (b, n, 3)
        for layer in self.body:
            x = layer(x)
        return ops.squeeze(x, -1)  # (b, n)


class Quadrature(layers.Layer):
    """Prices and their weights, by Gauss and Hermite, over a mixture of normal distributions."""

    def __init__(self, nodes, **options):
        super().__init__(**options)
        points, weights = np.polynomial.hermite_e.hermegauss(nodes)
        self.points = points.astype("float32")
        self.weights_ = (weights / weights.sum()).astype("float32")

    def call(self, mixture):
        mixture = ops.stop_gradient(mixture)  # the first stage is not moved by the second
        logits, mean, log_scale = (ops.expand_dims(part, -1) for part in ops.split(mixture, 3, axis=-1))
        prices = mean + ops.exp(log_scale) * self.points  # (b, components, nodes)
        weights = ops.softmax(logits, axis=1) * self.weights_
        flat = (-1, prices.shape[1] * prices.shape[2])
        return ops.reshape(prices, flat), ops.reshape(weights, flat)


def dense(width, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
