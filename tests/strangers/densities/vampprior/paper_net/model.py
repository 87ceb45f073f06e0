import math

import keras
from keras import layers, ops


def log_normal(z, mean, log_variance):
    """Log of the density of a normal with a diagonal covariance."""
    squares = ops.square(z - mean) * ops.exp(-log_variance)
    return -0.5 * ops.sum(squares + log_variance + math.log(2 * math.pi), axis=-1)


def log_vamp_prior(z, means, log_variances):
    """Log of the mean of the posteriors of the pseudo-inputs: p(z) = 1/K Σ q(z | u_k)."""
    of_each = log_normal(ops.expand_dims(z, 1), ops.expand_dims(means, 0), ops.expand_dims(log_variances, 0))  # (b, k)
    return ops.logsumexp(of_each, axis=1) - math.log(means.shape[0])


@keras.saving.register_keras_serializable("paper_net")
class VampVAE(keras.Model):
    """An encoder and a decoder, with pseudo-inputs that are learnt and whose posteriors are the prior."""

    def __init__(self, encoder, decoder, pseudo_inputs, **kwargs):
        super().__init__(**kwargs)
        self.encoder, self.decoder = encoder, decoder
        self.number = pseudo_inputs
        self.seeds = keras.random.SeedGenerator()
        self.pseudo_inputs = self.add_weight(
            (pseudo_inputs, encoder.input_shape[-1]),
            initializer=keras.initializers.RandomNormal(0.4, 0.3),
            name="pseudo_inputs",
        )

    def posterior(self, images):
        return ops.split(self.encoder(images), 2, axis=-1)  # mean, log variance: (b, codes) each

    def call(self, images):
        mean, log_variance = self.posterior(images)
        noise = keras.random.normal(ops.shape(mean), seed=self.seeds)
        code = mean + ops.exp(0.5 * log_variance) * noise
        return {"logits": self.decoder(code), "code": code, "mean": mean, "log_variance": log_variance}

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        """The negative evidence lower bound."""
        code = y_pred["code"]
        of_pixels = ops.softplus(y_pred["logits"]) - x * y_pred["logits"]
        reconstruction = ops.sum(of_pixels, axis=-1)
        means, log_variances = self.posterior(ops.clip(self.pseudo_inputs, 0.0, 1.0))
        log_posterior = log_normal(code, y_pred["mean"], y_pred["log_variance"])
        divergence = log_posterior - log_vamp_prior(code, means, log_variances)
        return ops.mean(reconstruction + divergence)

    def get_config(self):
        return {
            "encoder": keras.saving.serialize_keras_object(self.encoder),
            "decoder": keras.saving.serialize_keras_object(self.decoder),
            "pseudo_inputs": self.number,
        }

    @classmethod
    def from_config(cls, config):
        parts = {part: keras.saving.deserialize_keras_object(config[part]) for part in ("encoder", "decoder")}
        return cls(**parts, pseudo_inputs=config["pseudo_inputs"])


def network(inputs, targets, initializer, units, codes, pseudo_inputs):
    """A variational autoencoder whose prior is a mixture of its own posteriors."""

    def dense(x, units, name, activation=None):
        return layers.Dense(
            units,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)

    image = keras.Input(inputs.shape, name="image")
    hidden = dense(image, units, "encoder_hidden", "tanh")
    encoder = keras.Model(image, dense(hidden, 2 * codes, "posterior"), name="encoder")
    code = keras.Input((codes,), name="code")
    hidden = dense(code, units, "decoder_hidden", "tanh")
    decoder = keras.Model(code, dense(hidden, inputs.shape[0], "pixels"), name="decoder")
    model = VampVAE(encoder, decoder, pseudo_inputs, name="vampprior")
    model(keras.ops.zeros((1, *inputs.shape)))
    return model
