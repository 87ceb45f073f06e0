import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, mixtures):
    """A recurrent language model whose next-word distribution is a mixture of softmaxes."""
    words = keras.Input(inputs.shape, dtype=inputs.dtype, name="words")  # (b, t)
    x = layers.Embedding(inputs.classes, units, name="embedding")(words)  # (b, t, units)
    x = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel(), name="gru")(x)
    x = MixtureOfSoftmaxes(targets.classes, embedding, mixtures, initializer, name="mixture")(x)  # (b, t, words)
    return keras.Model(words, x, name="mos")


class MixtureOfSoftmaxes(layers.Layer):
    """log sum_k pi_k(g) softmax_k(h_k(g) . w): the log-probability of every word.

    Source: Yang et al. 2018, Breaking the Softmax Bottleneck, arXiv 1711.03953, section 2.3.
    """

    def __init__(self, words, embedding, mixtures, initializer, **options):
        super().__init__(**options)
        self.shape_of_latents = (mixtures, embedding)

        def dense(width, **options):
            return layers.Dense(width, kernel_initializer=initializer.kernel(), **options)

        self.prior = dense(mixtures, use_bias=False, name="prior")
        self.latent = dense(mixtures * embedding, activation="tanh", name="latent")
        self.words = dense(words, name="words")

    def build(self, shape):
        self.prior.build(shape)
        self.latent.build(shape)
        self.words.build((*shape[:-1], *self.shape_of_latents))

    def call(self, g):
        log_prior = ops.log_softmax(self.prior(g), axis=-1)[..., None]  # (b, t, k, 1)
        h = ops.reshape(self.latent(g), (-1, g.shape[1], *self.shape_of_latents))  # (b, t, k, embedding)
        logits = self.words(h)  # (b, t, k, words)
        return ops.logsumexp(log_prior + ops.log_softmax(logits, axis=-1), axis=-2)  # (b, t, words)
