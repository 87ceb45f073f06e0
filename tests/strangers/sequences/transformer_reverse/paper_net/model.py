"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - one layer each in the place of 6: ours, scaled down

Shapes: b batch.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, inner, dropout):
    """Encoder and decoder of one layer each, normalized after the addition, as in the paper."""

    def attend(x, memory, name, **options):
        y = layers.MultiHeadAttention(
            heads, width // heads, dropout=dropout, kernel_initializer=initializer.kernel(), name=name
        )(x, memory, **options)
        return layers.Add(name=f"{name}_add")([x, y])

    def feed_forward(x, name):
        y = layers.Dense(inner, "relu", kernel_initializer=initializer.kernel(), name=f"{name}_inner")(x)
        y = layers.Dense(width, kernel_initializer=initializer.kernel(), name=f"{name}_outer")(y)
        return layers.Add(name=f"{name}_add")([x, layers.Dropout(dropout, name=f"{name}_dropout")(y)])

    def norm(x, name):
        return layers.LayerNormalization(epsilon=1e-6, name=name)(x)

    source = keras.Input(inputs["source"].shape, dtype="int32", name="source")
    written = keras.Input(inputs["written"].shape, dtype="int32", name="written")
    x = Embedded(inputs["source"].classes, width, name="embed_source")(source)  # (b, t, width)
    x = norm(attend(x, x, "encoder_self"), "encoder_norm1")
    memory = norm(feed_forward(x, "encoder_ff"), "encoder_norm2")
    y = Embedded(inputs["written"].classes, width, name="embed_written")(written)
    y = norm(attend(y, y, "decoder_self", use_causal_mask=True), "decoder_norm1")
    y = norm(attend(y, memory, "decoder_cross"), "decoder_norm2")
    y = norm(feed_forward(y, "decoder_ff"), "decoder_norm3")
    logits = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(y)
    return keras.Model({"source": source, "written": written}, logits, name="transformer")  # (b, t, classes)


class Embedded(layers.Layer):
    """sqrt(width) times the embedding, plus the sinusoids of the place (section 3.5)."""

    def __init__(self, words, width, **options):
        super().__init__(**options)
        self.width = width
        self.embedding = layers.Embedding(
            words, width, embeddings_initializer=keras.initializers.RandomNormal(stddev=width**-0.5)
        )

    def build(self, shape):
        self.embedding.build(shape)
        place = np.arange(shape[-1])[:, None]
        angle = place / 10000 ** (2 * np.arange(self.width // 2) / self.width)
        self.places = np.concatenate([np.sin(angle), np.cos(angle)], axis=-1).astype("float32")  # (t, width)

    def call(self, tokens):
        return self.embedding(tokens) * self.width**0.5 + ops.convert_to_tensor(self.places)
