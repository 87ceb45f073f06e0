import keras
from keras import layers, ops

from .losses import bits


@keras.saving.register_keras_serializable("codec")
class Normalization(layers.Layer):
    """GDN, x_i / sqrt(beta_i + sum_j gamma_ij x_j²), or its approximate inverse, which multiplies."""

    def __init__(self, inverse=False, **kwargs):
        super().__init__(**kwargs)
        self.inverse = inverse

    def build(self, shape):
        channels = shape[-1]
        self.beta = self.add_weight(shape=(channels,), initializer="ones", name="beta")
        start = keras.initializers.Constant(0.1**0.5)
        self.gamma = self.add_weight(shape=(channels, channels), initializer=start, name="gamma")

    def call(self, x):
        norm = ops.sqrt(self.beta**2 + ops.matmul(x**2, self.gamma**2))
        return x * norm if self.inverse else x / norm

    def get_config(self):
        return super().get_config() | {"inverse": self.inverse}


@keras.saving.register_keras_serializable("codec")
class Quantizer(layers.Layer):
    """Rounds; in training, where rounding has no gradient, it adds uniform noise of the same width."""

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.generator = keras.random.SeedGenerator()

    def call(self, x, training=False):
        if training:
            return x + keras.random.uniform(ops.shape(x), -0.5, 0.5, seed=self.generator)
        return ops.round(x)


@keras.saving.register_keras_serializable("codec")
class Entropy(layers.Layer):
    """The bits that each latent costs; a mean and a width of each channel are learnt."""

    def build(self, shape):
        self.mean = self.add_weight(shape=(shape[-1],), initializer="zeros", name="mean")
        self.width = self.add_weight(shape=(shape[-1],), initializer="zeros", name="width")

    def call(self, latent):
        return bits(latent, self.mean, ops.exp(self.width))


@keras.saving.register_keras_serializable("codec")
class Codec(keras.Model):
    """Minimises the rate, in bits a pixel, and `tradeoff` times the squared error."""

    def __init__(self, *args, tradeoff=1.0, **kwargs):
        super().__init__(*args, **kwargs)
        self.tradeoff = tradeoff
        self.rate = keras.metrics.Mean(name="rate")
        self.error = keras.metrics.Mean(name="error")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        rate = ops.mean(ops.sum(y_pred["bits"], axis=(1, 2, 3))) / (x.shape[1] * x.shape[2])
        error = ops.mean((x - y_pred["image"]) ** 2)
        self.rate.update_state(rate)
        self.error.update_state(error)
        return rate + self.tradeoff * error


def network(inputs, targets, initializer, width, latents, tradeoff):
    """Ballé et al. 2017: strided convolutions and GDN to latents, quantized, and the way back."""

    def begun(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    image = keras.Input(inputs.shape, name="image")  # (b, 16, 16, 1)
    x = layers.Conv2D(width, 5, 2, padding="same", **begun(25))(image)  # (b, 8, 8, width)
    x = Normalization(name="gdn")(x)
    x = layers.Conv2D(latents, 5, 2, padding="same", name="latent", **begun(25 * width))(x)  # (b, 4, 4, latents)
    x = Quantizer(name="quantizer")(x)
    cost = Entropy(name="bits")(x)  # (b, 4, 4, latents)
    x = layers.Conv2DTranspose(width, 5, 2, padding="same", **begun(25 * latents))(x)  # (b, 8, 8, width)
    x = Normalization(inverse=True, name="igdn")(x)
    x = layers.Conv2DTranspose(1, 5, 2, padding="same", name="reconstruction", **begun(25 * width))(x)  # (b, 16, 16, 1)
    return Codec(image, {"image": x, "bits": cost}, tradeoff=tradeoff)
