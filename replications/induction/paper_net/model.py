"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed: how positions are encoded, how many heads; conf/paper.yaml.

Shapes: b batch, t tokens, d width, c vocabulary.
"""

import math

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, depth, heads, width, key_dim, smeared, positions):
    """Attention alone, without biases and normalization: embedding, `depth` layers of attention, unembedding.

    Positions reach queries and keys, not the residual stream and so not the values: Elhage et al. 2021.
    """
    tokens = keras.Input(inputs.shape, dtype=inputs.dtype, name="tokens")  # (b, t)
    x = layers.Embedding(targets.classes, width, embeddings_initializer=initializer.kernel(), name="embedding")(tokens)
    placed = Positions(positions, initializer, name="positions")  # (b, t, d)
    for layer in range(depth):
        at = placed(x)
        x = x + sum(head(x, at, initializer, key_dim, smeared, f"head_{layer}_{i}") for i in range(heads))
    x = x[:, -targets.shape[0] :]  # what follows is known, and asked, in the second half alone
    kernel = initializer.kernel()
    logits = layers.Dense(targets.classes, use_bias=False, kernel_initializer=kernel, name="unembedding")(x)
    return keras.Model(tokens, logits, name="network")  # (b, t // 2, c)


def head(x, at, initializer, key_dim, smeared, name):
    """One head, of values `x` and of queries and keys from `at`, which add up with those of its layer."""
    keys = Smear(name=f"{name}_smear")(at) if smeared else at
    attention = layers.MultiHeadAttention(
        1, key_dim, use_bias=False, kernel_initializer=initializer.kernel(), name=name
    )
    return attention(at, x, keys, use_causal_mask=True, return_attention_scores=True)[0]  # (b, t, d)


class Positions(layers.Layer):
    """x + p_t, with p_t learned, or sines and cosines of wavelengths from 2 π to 10⁴ · 2 π (Vaswani et al. 2017)."""

    def __init__(self, kind, initializer, **arguments):
        super().__init__(**arguments)
        self.kind, self.kernel_initializer = kind, initializer.kernel()

    def build(self, shape):
        t, d = shape[1:]
        if self.kind == "learned":
            self.table = self.add_weight((t, d), self.kernel_initializer, name="table")
        else:
            angles = np.arange(t)[:, None] / 10_000 ** (2 * np.arange(d // 2) / d)
            self.table = np.concatenate([np.sin(angles), np.cos(angles)], axis=1).astype("float32")

    def call(self, x):
        return x + self.table


class Smear(layers.Layer):
    """s k_t + (1 - s) k_(t-1), with a learned share s = σ(α) for each head. Olsson et al. 2022, argument 2.

    It stands before the head's projection, which is linear: the same as behind it.
    """

    def build(self, shape):
        self.alpha = self.add_weight((), "zeros", name="alpha")

    def call(self, keys):
        before = ops.pad(keys, [[0, 0], [1, 0], [0, 0]])[:, :-1]  # the first has none before
        return before + ops.sigmoid(self.alpha) * (keys - before)


def linear(inputs, targets, initializer):
    """The dumb baseline: logistic regression on classes, linear regression on values. A text is its words' shares."""
    shape = (*targets.shape, targets.classes) if targets.kind == "classes" else targets.shape
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")
    if inputs.classes:  # numbers of words, in the place of values
        words = layers.CategoryEncoding(inputs.classes, output_mode="count", name="words")(signal)  # (b, words)
        x = layers.Rescaling(1 / math.prod(inputs.shape), name="shares")(words)
    else:
        x = layers.Flatten(name="flatten")(signal)  # (b, t * c)
    x = layers.Dense(
        math.prod(shape),
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="logits",
    )(x)
    return keras.Model(signal, layers.Reshape(shape, name="shape")(x), name="linear")  # (b, *shape)
