import keras
from keras import layers, ops


def laplace_prior(alpha, topics):
    """Mean and variance, the same for each topic, of the normal that stands for a symmetric Dirichlet before a softmax."""
    return 0.0, (1 - 2 / topics) / alpha + 1 / (topics * alpha)


def divergence(mean, log_var, prior_mean, prior_var):
    """KL of the posterior from the prior, both normal with diagonal covariance: one number a document."""
    apart = (mean - prior_mean) ** 2 / prior_var
    return 0.5 * ops.sum(ops.exp(log_var) / prior_var + apart - 1 + ops.log(prior_var) - log_var, axis=-1)


class Posterior(layers.Layer):
    """Draws mean + deviation * noise, and adds the divergence from the prior to the loss."""

    def __init__(self, alpha, topics, **kwargs):
        super().__init__(**kwargs)
        self.prior = laplace_prior(alpha, topics)
        self.noise = keras.random.SeedGenerator()

    def call(self, mean, log_var):
        self.add_loss(ops.mean(divergence(mean, log_var, *self.prior)))
        return mean + ops.exp(log_var / 2) * keras.random.normal(ops.shape(mean), seed=self.noise)


class ProdLDA(keras.Model):
    """The evidence lower bound, a document's words summed; beside it what each word costs."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.per_word = keras.metrics.Mean(name="per_word")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        cost = -x * y_pred  # (b, words)
        self.per_word.update_state(ops.sum(cost) / ops.sum(x), sample_weight=ops.sum(x))
        return ops.mean(ops.sum(cost, axis=-1)) + sum(self.losses)


def network(inputs, targets, initializer, units, topics, alpha, dropout):
    words = inputs.shape[0]

    def dense(out, fan_in, **kwargs):
        return layers.Dense(
            out, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in), **kwargs
        )

    counts = keras.Input(inputs.shape, dtype=inputs.dtype, name="counts")
    x = dense(units, words, activation="softplus", name="encoder_1")(ops.log1p(counts))
    x = dense(units, units, activation="softplus", name="encoder_2")(x)
    x = layers.Dropout(dropout, name="dropout")(x)
    mean = layers.BatchNormalization(name="mean_norm")(dense(topics, units, name="mean")(x))  # (b, topics)
    log_var = layers.BatchNormalization(name="log_var_norm")(dense(topics, units, name="log_var")(x))
    z = Posterior(alpha, topics, name="posterior")(mean, log_var)
    shares = layers.Softmax(name="shares")(z)  # (b, topics)
    logits = layers.BatchNormalization(name="words_norm")(dense(words, topics, use_bias=False, name="words")(shares))
    return ProdLDA(counts, ops.log_softmax(logits, axis=-1), name="prodlda")  # (b, words)
