"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how the codes are embedded: a dense layer without activation

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units):
    """RETAIN: two recurrent networks read the visits backwards; one weighs visits, the other what is in them.

        context = sum over i of alpha_i (beta_i * v_i)

    Source: Choi et al. 2016, equations 1 to 5.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    visits = keras.Input(inputs.shape, dtype=inputs.dtype, name="visits")  # (b, t, codes)
    v = dense(visits, embedding, name="embedding")  # (b, t, e)
    v = layers.Dropout(0.2, name="dropped")(v)
    g = backwards(v, units, initializer, "rnn_alpha")  # (b, t, u)
    h = backwards(v, units, initializer, "rnn_beta")  # (b, t, u)
    score = dense(g, 1, name="score")  # (b, t, 1)
    beta = dense(h, embedding, activation="tanh", name="beta")  # (b, t, e)
    context = Context(name="context")(v, score, beta, visits)  # (b, e)
    return keras.Model(visits, dense(context, 1, name="logit"), name="retain")  # (b, 1)


def backwards(x, units, initializer, name):
    """A GRU from the last visit to the first; its states in the order of the visits. (b, t, e) to (b, t, units)."""
    kernel = initializer.kernel()
    states = layers.GRU(units, go_backwards=True, return_sequences=True, kernel_initializer=kernel, name=name)(x)
    return ops.flip(states, axis=1)


class Context(layers.Layer):
    """Attention over the visits that there are."""

    def call(self, v, score, beta, visits):
        there = ops.any(visits > 0, axis=-1, keepdims=True)  # (b, t, 1)
        alpha = ops.softmax(ops.where(there, score, -1e9), axis=1)  # (b, t, 1)
        return ops.sum(alpha * beta * v, axis=1)  # (b, e)
