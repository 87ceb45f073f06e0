import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units, context):
    """A hierarchical attention network: words make sentences, sentences make the document (Yang et al. 2016)."""
    document = keras.Input(inputs.shape, dtype=inputs.dtype, name="document")  # (b, s, w)
    words = layers.Embedding(inputs.classes, embedding, name="embedding")(document)  # (b, s, w, e)
    there = ops.not_equal(document, 0)  # (b, s, w)
    *_, s, w = document.shape
    x = ops.reshape(words, (-1, w, embedding))  # (b s, w, e)
    x = recurrent(units, initializer, name="word_encoder")(x, mask=ops.reshape(there, (-1, w)))  # (b s, w, 2u)
    x = ops.reshape(x, (-1, s, w, x.shape[-1]))  # (b, s, w, 2u)
    x = Attention(context, initializer, name="word_attention")(x, there)  # (b, s, 2u)
    some = ops.any(there, axis=-1)  # (b, s)
    x = recurrent(units, initializer, name="sentence_encoder")(x, mask=some)  # (b, s, 2u)
    x = Attention(context, initializer, name="sentence_attention")(x, some)  # (b, 2u)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(document, x, name="han")  # (b, classes)


def recurrent(units, initializer, **options):
    gru = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel())
    return layers.Bidirectional(gru, **options)


class Attention(layers.Layer):
    """u = tanh(W h + b), alpha = softmax(u · context), the sum of alpha h over the last axis but one."""

    def __init__(self, context, initializer, **options):
        super().__init__(**options)
        self.context = context
        self.hidden = layers.Dense(
            context, activation="tanh", kernel_initializer=initializer.kernel(), bias_initializer="zeros"
        )

    def build(self, shape, *_):
        self.hidden.build(shape)
        self.query = self.add_weight(shape=(self.context,), initializer="random_normal", name="query")

    def call(self, h, there):
        score = ops.sum(self.hidden(h) * self.query, axis=-1)  # (…, n)
        score = ops.where(there, score, -1e9)
        alpha = ops.softmax(score, axis=-1)
        return ops.sum(alpha[..., None] * h, axis=-2)
