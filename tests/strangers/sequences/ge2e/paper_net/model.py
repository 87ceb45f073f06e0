import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding):
    """Generalized end-to-end speaker verification (Wan et al. 2018): an LSTM, and similarities to speakers' centroids.

    The answer is S of equation 9, for each utterance (j, i) its similarity to each of the batch's speakers k.
    """
    speakers, utterances, *features = inputs.shape
    episode = keras.Input(inputs.shape, dtype=inputs.dtype, name="episode")  # (b, n, m, t, f)
    x = ops.reshape(episode, (-1, *features))  # (b n m, t, f)
    x = layers.LSTM(units, kernel_initializer=initializer.kernel(), name="lstm")(x)  # (b n m, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    x = layers.Dense(embedding, kernel_initializer=kernel, bias_initializer=bias, name="projection")(x)
    x = layers.UnitNormalization(axis=-1, name="d_vector")(x)
    x = ops.reshape(x, (-1, speakers, utterances, embedding))  # (b, n, m, d)
    return keras.Model(episode, Similarity(name="similarity")(x), name="ge2e")  # (b, n, m, n)


class Similarity(layers.Layer):
    """w cos(e_ji, c_k) + b, with w > 0; of its own speaker the centroid is that of the other utterances."""

    def build(self, shape):
        constant = keras.initializers.Constant
        self.w = self.add_weight(shape=(), initializer=constant(10.0), constraint="non_neg", name="w")
        self.b = self.add_weight(shape=(), initializer=constant(-5.0), name="b")

    def call(self, e):
        n, m = e.shape[1:3]
        total = ops.sum(e, axis=2)  # (b, n, d)
        others = ops.normalize((total[:, :, None] - e) / (m - 1), axis=-1)  # (b, n, m, d)
        centroid = ops.normalize(total / m, axis=-1)  # (b, n, d)
        cosine = ops.einsum("bjid,bkd->bjik", e, centroid)  # (b, n, m, n)
        own = ops.sum(e * others, axis=-1, keepdims=True)  # (b, n, m, 1)
        same = ops.eye(n)[:, None, :]  # (n, 1, n)
        return self.w * (same * own + (1 - same) * cosine) + self.b
