"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, styles, penalty):
    """strength(home) - strength(away) + style(home) · counter(away) - style(away) · counter(home) + advantage."""
    tensors = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    players = inputs["home"].classes

    def table(width, name):
        options = {"embeddings_regularizer": keras.regularizers.L2(penalty), "embeddings_initializer": "random_normal"}
        layer = layers.Embedding(players, width, name=name, **options)
        return layer(tensors["home"]), layer(tensors["away"])  # (b, width) each

    strength, style, counter = table(1, "strength"), table(styles, "style"), table(styles, "counter")
    x = strength[0] - strength[1]
    x = x + layers.Dot(-1, name="ours")([style[0], counter[1]]) - layers.Dot(-1, name="theirs")([style[1], counter[0]])
    return keras.Model(tensors, Advantage(name="advantage")(x), name="matches")  # (b, 1)


class Advantage(layers.Layer):
    """Adds one learnt number: what it is worth to play at home."""

    def build(self, shape):
        self.worth = self.add_weight(shape=(1,), initializer="zeros", name="worth")

    def call(self, x):
        return x + self.worth
