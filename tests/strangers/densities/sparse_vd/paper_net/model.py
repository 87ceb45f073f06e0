import keras
from keras import layers, ops


def divergence(log_alpha):
    """KL of the posterior of a weight from the log-uniform prior, up to a constant (equation 14)."""
    k1, k2, k3 = 0.63576, 1.87320, 1.48695
    return k1 - k1 * ops.sigmoid(k2 + k3 * log_alpha) + 0.5 * ops.softplus(-log_alpha)


class VariationalDense(layers.Layer):
    """Dense, each of whose weights is N(theta, sigma²); noise is drawn for each output (local reparametrization)."""

    def __init__(self, units, samples, threshold, kernel, bias, activation=None, **options):
        super().__init__(**options)
        self.units, self.samples, self.threshold = units, samples, threshold
        self.kernel, self.bias = kernel, bias
        self.activation = keras.activations.get(activation)
        self.noise = keras.random.SeedGenerator()

    def build(self, shape):
        size = (shape[-1], self.units)
        self.theta = self.add_weight(shape=size, initializer=self.kernel, name="theta")
        self.log_sigma2 = self.add_weight(shape=size, initializer=keras.initializers.Constant(-8.0), name="log_sigma2")
        self.offset = self.add_weight(shape=(self.units,), initializer=self.bias, name="bias")
        self.share = self.add_weight(shape=(), initializer="zeros", trainable=False, name="share")  # of the divergence

    def call(self, x, training=False):
        log_alpha = ops.clip(self.log_sigma2 - ops.log(self.theta**2 + 1e-8), -8.0, 8.0)
        self.add_loss(self.share * ops.sum(divergence(log_alpha)) / self.samples)
        if not training:
            kept = ops.cast(log_alpha < self.threshold, x.dtype)
            return self.activation(ops.matmul(x, self.theta * kept) + self.offset)
        mean = ops.matmul(x, self.theta) + self.offset  # (b, units)
        variance = ops.matmul(x**2, ops.exp(log_alpha) * self.theta**2)
        noise = keras.random.normal(ops.shape(mean), seed=self.noise)
        return self.activation(mean + ops.sqrt(variance + 1e-8) * noise)


def network(inputs, targets, initializer, units, samples, threshold):
    """A classifier that drops its own weights. Source: Molchanov et al. 2017, Variational Dropout Sparsifies Deep Networks."""

    def dense(units, x, **options):
        options |= {"kernel": initializer.kernel(), "bias": initializer.bias(fan_in=x.shape[-1])}
        return VariationalDense(units, samples, threshold, **options)(x)

    x = pixels = keras.Input(inputs.shape, dtype=inputs.dtype, name="pixels")  # (b, 64)
    for i, width in enumerate(units):
        x = dense(width, x, activation="relu", name=f"hidden_{i}")  # (b, width)
    return keras.Model(pixels, dense(targets.classes, x, name="logits"), name="sparse")  # (b, classes)
