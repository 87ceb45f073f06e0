"""YOURS. What learns. b batch, t steps, k code."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, code, weights):
    """From a state (b, 2) to the next t of them (b, t, 2), by way of a code that a matrix moves on."""

    def mlp(width_in, width_out, name):
        x = signal = keras.Input((width_in,))
        for i, width in enumerate([units, units, width_out]):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
            activation = None if i == 2 else "tanh"
            x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=f"{name}_{i}")(x)
        return keras.Model(signal, x, name=name)

    steps, size = targets.shape
    model = Koopman(mlp(size, code, "encoder"), mlp(code, size, "decoder"), code, steps, weights)
    model(ops.zeros((1, size)))
    return model


class Koopman(keras.Model):
    """Encoder, a linear map K of the code, decoder.

    Source: Lusch, Kutz and Brunton 2018, arXiv 1712.09707, equations 3 … 5; without the auxiliary network.
    """

    def __init__(self, encoder, decoder, code, steps, weights):
        super().__init__(name="koopman")
        self.encoder, self.decoder, self.steps, self.weights_of = encoder, decoder, steps, dict(weights)
        self.k = self.add_weight(shape=(code, code), initializer="identity", name="k")

    def codes(self, x):
        """K¹ z … Kᵗ z of z = encoder(x): (b, t, k)."""
        z, path = self.encoder(x), []
        for _ in range(self.steps):
            z = ops.matmul(z, self.k)
            path.append(z)
        return ops.stack(path, axis=1)

    def call(self, x):
        return along(self.decoder, self.codes(x))  # (b, t, 2)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        prediction = ops.mean(ops.square(y_pred - y))
        reconstruction = ops.mean(ops.square(self.decoder(self.encoder(x)) - x))
        linearity = ops.mean(ops.square(along(self.encoder, y) - self.codes(x)))
        weights = self.weights_of
        return prediction + weights["reconstruction"] * reconstruction + weights["linearity"] * linearity


def along(network, x):
    """The network at each step of (b, t, c)."""
    steps, width = x.shape[1:]
    return ops.reshape(network(ops.reshape(x, (-1, width))), (-1, steps, network.output_shape[-1]))
