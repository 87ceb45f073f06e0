"""YOURS. What learns. Shapes: b batch, n steps, d dimensions."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, horizon, lamb, units):
    """From the increments of a path to Y_T, which is to meet g(X_T). E, Han, Jentzen 2017; Han et al. 2018."""
    increments = keras.Input(inputs.shape, name="increments")
    end = BSDE(*inputs.shape, horizon, lamb, units, initializer, name="bsde")(increments)  # (b, 1)
    return keras.Model(increments, end, name="deep_bsde")


class BSDE(layers.Layer):
    """u_t + Δu - lamb |∇u|² = 0 along X = sqrt(2) W: Y(0) and ∇u(0) are weights, later gradients have a net each."""

    def __init__(self, steps, dimension, horizon, lamb, units, initializer, **options):
        super().__init__(**options)
        self.steps, self.dimension, self.lamb = steps, dimension, lamb
        self.dt = horizon / steps
        self.nets = [self.net(units, initializer, f"gradient_{n}") for n in range(1, steps)]

    def net(self, units, initializer, name):
        d = self.dimension

        def dense(width, fan_in):
            return layers.Dense(width, use_bias=False, kernel_initializer=initializer.kernel())

        return keras.Sequential(
            [
                layers.BatchNormalization(momentum=0.9, epsilon=1e-6),
                dense(units, d),
                layers.BatchNormalization(momentum=0.9, epsilon=1e-6),
                layers.ReLU(),
                dense(d, units),
                layers.BatchNormalization(momentum=0.9, epsilon=1e-6, gamma_initializer="zeros"),
            ],
            name=name,
        )

    def build(self, shape):
        uniform = keras.initializers.RandomUniform
        self.start = self.add_weight(shape=(), initializer=uniform(0.5, 1.5, seed=1), name="start")
        self.slope = self.add_weight(shape=(self.dimension,), initializer=uniform(-0.1, 0.1, seed=2), name="slope")
        for net in self.nets:
            net.build((None, self.dimension))

    def call(self, increments, training=None):
        x = ops.zeros_like(increments[:, 0])  # (b, d)
        y = self.start + ops.zeros_like(x[:, :1])  # (b, 1)
        gradient = self.slope + ops.zeros_like(x)  # (b, d), ∇u
        for n in range(self.steps):
            if n > 0:
                gradient = self.nets[n - 1](x, training=training)
            dw = increments[:, n]
            step = 2.0**0.5 * dw
            cost = self.lamb * ops.sum(gradient**2, axis=-1, keepdims=True)
            y = y + cost * self.dt + ops.sum(gradient * step, axis=-1, keepdims=True)
            x = x + step
        return y
