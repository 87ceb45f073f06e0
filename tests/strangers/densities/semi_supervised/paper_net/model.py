import keras
from keras import layers, ops


def network(inputs, targets, initializer, classes, units, latent, alpha):
    """The generative semi-supervised model (M2); it answers the logits of q(y | x), (b, classes)."""
    model = M2(inputs.shape[0], classes, units, latent, alpha, initializer, name="m2")
    model(keras.Input(inputs.shape, dtype=inputs.dtype, name="image"))
    return model


class M2(keras.Model):
    """q(y | x), q(z | x, y) and p(x | y, z), trained by the bound on log p(x, y), or on log p(x) without the label.

    Source: Kingma et al. 2014, Semi-supervised learning with deep generative models, equations 6 to 9.
    """

    def __init__(self, pixels, classes, units, latent, alpha, initializer, **options):
        super().__init__(**options)
        self.classes, self.latent, self.alpha = classes, latent, alpha
        self.classifier = mlp(pixels, units, classes, initializer, "classifier")
        self.encoder = mlp(pixels + classes, units, 2 * latent, initializer, "encoder")
        self.decoder = mlp(latent + classes, units, pixels, initializer, "decoder")
        self.noise = keras.random.SeedGenerator(0)

    def call(self, x):
        return self.classifier(x)

    def bound(self, x, y):
        """-L(x, y): reconstruction, the prior of y and the divergence of z; (n) of x (n, v) and one-hot y (n, c)."""
        mean, log_var = ops.split(self.encoder(ops.concatenate([x, y], axis=-1)), 2, axis=-1)
        z = mean + ops.exp(log_var / 2) * keras.random.normal(ops.shape(mean), seed=self.noise)
        logits = self.decoder(ops.concatenate([z, y], axis=-1))
        missing = ops.sum(ops.softplus(logits) - x * logits, axis=-1)
        divergence = ops.sum(mean**2 + ops.exp(log_var) - 1 - log_var, axis=-1) / 2
        return missing + divergence + ops.log(float(self.classes))

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        c = self.classes
        each = ops.repeat(x, c, axis=0)  # (b * c, v)
        digits = ops.tile(ops.eye(c), (ops.shape(x)[0], 1))  # (b * c, c)
        bounds = ops.reshape(self.bound(each, digits), (-1, c))  # (b, c)
        log_q = ops.log_softmax(y_pred, axis=-1)
        unknown = ops.sum(ops.exp(log_q) * (bounds + log_q), axis=-1)  # -U(x): the mean bound, less the entropy of q
        label = ops.one_hot(ops.maximum(y, 0), c)
        known = ops.sum(label * (bounds - self.alpha * log_q), axis=-1)
        return ops.mean(ops.where(y >= 0, known, unknown))


def mlp(width, units, out, initializer, name):
    x = start = keras.Input((width,))
    x = dense(x, units, initializer, activation="softplus")
    return keras.Model(start, dense(x, out, initializer), name=name)


def dense(x, width, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
