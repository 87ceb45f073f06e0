import keras
import numpy as np
from keras import layers, ops

from .losses import nce


def network(inputs, targets, initializer, width, noise):
    """The log-bilinear model: a predicted word vector, compared with that of each word."""
    before = keras.Input(inputs.shape, dtype=inputs.dtype, name="before")  # (b, context)
    x = layers.Embedding(inputs.classes, width, name="context_words")(before)  # (b, context, width)
    x = PositionWeights(name="positions")(x)  # (b, width)
    x = layers.Dense(  # (b, words): s(w, h) = q(h) · q_w + b_w
        targets.classes,
        kernel_initializer=initializer.kernel(),
        bias_initializer=keras.initializers.Constant(-np.log(targets.classes)),
        name="scores",
    )(x)
    return NoiseContrastive(before, x, noise=noise, name="lbl")


def zipf(words):
    """The noise: about how often the words occur that are numbered by frequency."""
    rank = np.arange(words)
    return (np.log((rank + 2) / (rank + 1)) / np.log(words + 1)).astype("float32")


class PositionWeights(layers.Layer):
    """The sum of the words' vectors, each weighted by its place, dimension by dimension."""

    def build(self, shape):
        self.weight = self.add_weight(shape=shape[1:], initializer="ones", name="weight")

    def call(self, x):
        return ops.sum(x * self.weight, axis=1)


class NoiseContrastive(keras.Model):
    """Learns to tell the next word from words of the noise."""

    def __init__(self, *args, noise, **kwargs):
        super().__init__(*args, **kwargs)
        self.noise = noise
        self.draws = keras.random.SeedGenerator()

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        batch, words = ops.shape(y_pred)[0], y_pred.shape[-1]
        log_q = ops.log(ops.convert_to_tensor(zipf(words)))
        drawn = keras.random.categorical(log_q[None], batch * self.noise, dtype="int32", seed=self.draws)
        drawn = ops.reshape(drawn, (batch, self.noise))  # (b, k)
        y = ops.cast(ops.reshape(y, (-1, 1)), "int32")
        real = ops.take_along_axis(y_pred, y, axis=1)[:, 0]  # (b)
        false = ops.take_along_axis(y_pred, drawn, axis=1)  # (b, k)
        return ops.mean(nce(real, false, ops.take(log_q, y[:, 0]), ops.take(log_q, drawn)))
