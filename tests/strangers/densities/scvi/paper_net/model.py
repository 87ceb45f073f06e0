"""A variational autoencoder of counts. Shapes: b batch, g genes, k latent."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, latent):
    """counts → (mean, inverse dispersion) of each gene."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    counts = keras.Input(inputs.shape, dtype=inputs.dtype, name="counts")  # (b, g)
    x = dense(units, ops.log1p(counts), name="encoder")
    x = layers.ReLU()(layers.BatchNormalization()(x))
    z = Latent(name="latent")([dense(latent, x, name="z_mean"), dense(latent, x, name="z_log_variance")])  # (b, k)
    x = dense(units, z, name="decoder")
    x = layers.ReLU()(layers.BatchNormalization()(x))
    shares = dense(targets.shape[-1], x, activation="softmax", name="shares")  # (b, g), of all molecules of a cell
    library = ops.sum(counts, axis=-1, keepdims=True)  # (b, 1), the observed depth
    return keras.Model(counts, Dispersion(name="dispersion")(shares * library), name="scvi")  # (b, 2 g)


class Latent(layers.Layer):
    """Draws z ~ q(z | x), and adds KL(q || N(0, I)), a mean over the batch."""

    def __init__(self, **options):
        super().__init__(**options)
        self.seeds = keras.random.SeedGenerator(3)

    def call(self, moments):
        mean, log_variance = moments
        log_variance = ops.clip(log_variance, -10, 10)
        divergence = 0.5 * ops.sum(ops.exp(log_variance) + mean**2 - 1 - log_variance, axis=-1)
        self.add_loss(ops.mean(divergence))
        return mean + ops.exp(0.5 * log_variance) * keras.random.normal(ops.shape(mean), seed=self.seeds)


class Dispersion(layers.Layer):
    """Puts an inverse dispersion of each gene, the same for all cells, beside its mean."""

    def build(self, shape):
        self.log_theta = self.add_weight(shape=(shape[-1],), initializer="zeros", name="log_theta")

    def call(self, mean):
        return ops.concatenate([mean, ops.zeros_like(mean) + ops.exp(self.log_theta)], axis=-1)
