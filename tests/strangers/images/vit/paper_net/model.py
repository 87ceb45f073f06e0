"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch, n patches, d width.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, patch, width, blocks, heads, dropout):
    """Patches, embedded linearly, with a class token and positions; pre-norm encoder blocks; a head on the class token."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = dense(Patches(patch, name="patches")(image), width, name="embedding")  # (b, n, d)
    x = layers.Dropout(dropout, name="drop")(Tokens(name="tokens")(x))  # (b, 1 + n, d)
    for i in range(blocks):
        y = layers.LayerNormalization(epsilon=1e-6, name=f"norm_{i}_0")(x)
        y = layers.MultiHeadAttention(
            heads, width // heads, dropout=dropout, kernel_initializer=initializer.kernel(), name=f"attention_{i}"
        )(y, y)
        x = layers.Add(name=f"add_{i}_0")([x, y])
        y = layers.LayerNormalization(epsilon=1e-6, name=f"norm_{i}_1")(x)
        y = dense(dense(y, 2 * width, activation="gelu", name=f"mlp_{i}_0"), width, name=f"mlp_{i}_1")
        x = layers.Add(name=f"add_{i}_1")([x, layers.Dropout(dropout, name=f"drop_{i}")(y)])
    x = layers.LayerNormalization(epsilon=1e-6, name="norm")(x)
    return keras.Model(image, dense(x[:, 0], targets.classes, name="logits"), name="vit")  # (b, classes)


class Patches(layers.Layer):
    """(b, h, w, c) → (b, n, patch² c)."""

    def __init__(self, patch, **options):
        super().__init__(**options)
        self.patch = patch

    def call(self, x):
        p = self.patch
        _, h, w, c = x.shape
        x = ops.reshape(x, (-1, h // p, p, w // p, p, c))
        x = ops.transpose(x, (0, 1, 3, 2, 4, 5))  # (b, h / p, w / p, p, p, c)
        return ops.reshape(x, (-1, h * w // p**2, p * p * c))


class Tokens(layers.Layer):
    """Puts the class token before the patches, and adds a learnt position to each."""

    def build(self, shape):
        start = keras.initializers.RandomNormal(stddev=0.02)
        self.first = self.add_weight(shape=(1, 1, shape[-1]), initializer="zeros", name="class_token")
        self.places = self.add_weight(shape=(1, 1 + shape[1], shape[-1]), initializer=start, name="positions")

    def call(self, x):
        first = ops.broadcast_to(self.first, (ops.shape(x)[0], 1, x.shape[-1]))
        return ops.concatenate([first, x], axis=1) + self.places
