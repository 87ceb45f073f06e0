"""YOURS. What learns, block by block. Shapes: b batch, n patches, k visible ones, p values of a patch, d width."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, patch, visible, width, heads):
    """The masked autoencoder."""
    return MaskedAutoencoder(inputs.shape, initializer, patch, visible, width, heads, name="masked_autoencoder")


class MaskedAutoencoder(keras.Model):
    """Encodes a few random patches of an image; from these and from mask tokens a decoder paints the others.

    Source: He et al. 2022, Section 3.
    """

    def __init__(self, shape, initializer, patch, visible, width, heads, **options):
        super().__init__(**options)
        self.side, self.patch, self.visible = shape[0] // patch, patch, visible
        self.values = patch * patch * shape[2]

        def dense(units, fan_in, name, activation=None):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
            return layers.Dense(
                units, activation=activation, kernel_initializer=kernel, bias_initializer=bias, name=name
            )

        self.embed = dense(width, self.values, "embed")
        self.encoder = Block(dense, width, heads, name="encoder")
        self.decoder = Block(dense, width, heads, name="decoder")
        self.paint = dense(self.values, width, "paint")
        self.seeds = keras.random.SeedGenerator()
        count = self.side**2
        apart = keras.initializers.RandomNormal(
            stddev=0.5
        )  # places differ from the start; the paper: sines and cosines
        self.place = self.add_weight(shape=(1, count, width), initializer=apart, name="place")
        apart = keras.initializers.RandomNormal(stddev=0.5)
        self.place_again = self.add_weight(shape=(1, count, width), initializer=apart, name="place_again")
        self.mask_token = self.add_weight(shape=(1, 1, width), initializer="random_normal", name="mask_token")

    def patches(self, images):
        """(b, h, w, c) to (b, n, p)."""
        s, p = self.side, self.patch
        x = ops.reshape(images, (-1, s, p, s, p, images.shape[-1]))
        return ops.reshape(ops.transpose(x, (0, 1, 3, 2, 4, 5)), (-1, s * s, self.values))

    def call(self, images):
        x = self.embed(4 * self.patches(images) - 1) + self.place  # (b, n, d)
        order = ops.argsort(keras.random.uniform(ops.shape(x)[:2], seed=self.seeds), axis=1)  # (b, n)
        back = ops.argsort(order, axis=1)
        seen = ops.take_along_axis(x, order[:, : self.visible, None], axis=1)  # (b, k, d)
        seen = self.encoder(seen)
        rest = ops.zeros_like(x[:, self.visible :]) + self.mask_token
        x = ops.take_along_axis(ops.concatenate([seen, rest], axis=1), back[..., None], axis=1)  # (b, n, d)
        x = x + self.place_again
        x = self.decoder(x)
        return {"patches": self.paint(x), "hidden": ops.cast(back >= self.visible, "float32")}

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        error = ops.mean(ops.square(self.patches(x) - y_pred["patches"]), axis=-1)  # (b, n)
        return ops.sum(error * y_pred["hidden"]) / ops.sum(y_pred["hidden"])


class Block(layers.Layer):
    """A transformer block, normalised first."""

    def __init__(self, dense, width, heads, **options):
        super().__init__(**options)
        self.attention = layers.MultiHeadAttention(heads, width // heads)
        self.norms = [layers.LayerNormalization(epsilon=1e-6) for _ in range(3)]
        self.up, self.down = dense(2 * width, width, "up", "gelu"), dense(width, 2 * width, "down")

    def call(self, x):
        y = self.norms[0](x)
        x = x + self.attention(y, y)
        return self.norms[2](x + self.down(self.up(self.norms[1](x))))
