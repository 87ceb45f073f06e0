import math

import keras
import numpy as np
from keras import layers, ops

from . import losses


def positions(side, width):
    """Sines and cosines of the row, then of the column, at frequencies 10000^(-4 i / width): (side · side, width)."""
    frequencies = 10000.0 ** (-4 * np.arange(width // 4) / width)
    angles = np.arange(side)[:, None] * frequencies  # (side, width / 4)
    waves = np.concatenate([np.sin(angles), np.cos(angles)], axis=1)  # (side, width / 2)
    rows, columns = np.repeat(waves, side, axis=0), np.tile(waves, (side, 1))
    return np.concatenate([rows, columns], axis=1).astype("float32")


def scattered(encoded, order, mask_token):
    """Encoded patches back to their places, the mask token everywhere else: (b, v, d), (b, p) → (b, p, d)."""
    visible = encoded.shape[1]
    at = ops.one_hot(order[:, :visible], order.shape[1], dtype=encoded.dtype)  # (b, v, p)
    filled = ops.max(at, axis=1)[..., None]  # (b, p, 1)
    return ops.einsum("bvp,bvd->bpd", at, encoded) + (1 - filled) * mask_token


def transformer(x, heads, initializer, name):
    """A pre-norm block: attention, then a perceptron, each added to what it reads."""
    width = x.shape[-1]
    y = layers.LayerNormalization(name=f"{name}_norm1")(x)
    y = layers.MultiHeadAttention(
        heads,
        width // heads,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=width),
        name=f"{name}_attention",
    )(y, y)
    x = layers.Add(name=f"{name}_sum1")([x, y])
    y = layers.LayerNormalization(name=f"{name}_norm2")(x)
    y = dense(y, 2 * width, initializer, f"{name}_wide", "gelu")
    y = dense(y, width, initializer, f"{name}_narrow")
    return layers.Add(name=f"{name}_sum2")([x, y])


def dense(x, units, initializer, name, activation=None):
    return layers.Dense(
        units,
        activation=activation,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name=name,
    )(x)


class Shuffle(layers.Layer):
    """An order of the patches for each image, drawn anew in each call; the first of it are the visible ones."""

    def __init__(self, seed, **kwargs):
        super().__init__(**kwargs)
        self.random = keras.random.SeedGenerator(seed)

    def call(self, x):
        return ops.argsort(keras.random.uniform(ops.shape(x)[:2], seed=self.random), axis=-1)


class Places(layers.Layer):
    """Adds the fixed vector of each place of a square."""

    def build(self, shape):
        self.places = positions(math.isqrt(shape[1]), shape[2])

    def call(self, x):
        return x + self.places


class Visible(layers.Layer):
    """The patches that the order has first: (b, p, d), (b, p) → (b, v, d)."""

    def __init__(self, number, **kwargs):
        super().__init__(**kwargs)
        self.number = number

    def call(self, x, order):
        return ops.take_along_axis(x, order[:, : self.number, None], axis=1)


class Fill(layers.Layer):
    """Puts the encoded patches in their places, and one learnt vector in the others."""

    def build(self, encoded_shape, order_shape):
        self.mask_token = self.add_weight(
            shape=encoded_shape[-1:], initializer=keras.initializers.RandomNormal(stddev=0.02)
        )

    def call(self, encoded, order):
        return scattered(encoded, order, self.mask_token)


class MaskedAutoencoder(keras.Model):
    """Trained on what it could not see; answers {patches: its guess, order: in which it looked}."""

    visible = None

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(losses.unseen_error(x, y_pred["patches"], y_pred["order"], self.visible))


def network(inputs, targets, initializer, visible, width, heads, depth, mask_seed):
    """Encoder of the visible patches alone, and a shallower decoder of all places."""
    cut = keras.Input(inputs.shape, name="cut")  # (b, 16, 4)
    order = Shuffle(mask_seed, name="order")(cut)  # (b, 16)
    x = dense(cut, width, initializer, "embedding")  # (b, 16, 32)
    x = Places(name="places")(x)
    x = Visible(visible, name="visible")(x, order)  # (b, 4, 32)
    for i in range(depth):
        x = transformer(x, heads, initializer, f"encoder{i}")
    x = layers.LayerNormalization(name="encoded")(x)
    x = Fill(name="filled")(x, order)  # (b, 16, 32)
    x = Places(name="decoder_places")(x)
    x = transformer(x, heads, initializer, "decoder")
    x = layers.LayerNormalization(name="decoded")(x)
    guess = dense(x, inputs.shape[-1], initializer, "guess")  # (b, 16, 4)
    model = MaskedAutoencoder(cut, {"patches": guess, "order": order}, name="masked_autoencoder")
    model.visible = visible
    return model
