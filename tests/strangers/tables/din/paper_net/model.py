"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the width of the layers: scaled down
    - how many layers are behind the pooled interest: one, the paper has two

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, attention_units, units):
    """Deep interest network: what a user looked at, pooled with weights that depend on the candidate.

    Args:
        embedding: width of an item's embedding.
        attention_units: of the local activation unit.
        units: of the layer behind the pooling.

    Source: Zhou et al. 2018, Deep Interest Network for Click-Through Rate Prediction, Section 4.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    history = keras.Input(inputs["history"].shape, dtype="int32", name="history")  # (b, t)
    candidate = keras.Input(inputs["candidate"].shape, dtype="int32", name="candidate")  # (b, 1)
    items = layers.Embedding(inputs["history"].classes, embedding, name="items")
    keys, query = items(history), items(candidate)  # (b, t, e), (b, 1, e)
    paired = Paired(name="paired")(keys, query)  # (b, t, 4 e)
    hidden = dense(attention_units, paired, activation="sigmoid", name="activation_unit")  # (b, t, a)
    weight = dense(1, hidden, name="weight")  # (b, t, 1)
    interest = WeightedSum(name="interest")(keys, weight, history)  # (b, e)
    query = layers.Flatten(name="query")(query)  # (b, e)
    x = layers.Concatenate(name="joined")([interest, query])  # (b, 2 e)
    x = Dice(name="dice")(dense(units, x, name="hidden"))  # (b, units)
    return keras.Model({"history": history, "candidate": candidate}, dense(1, x, name="click"), name="din")  # (b, 1)


class Paired(layers.Layer):
    """Each item looked at beside the candidate, their difference and their product."""

    def call(self, keys, query):
        t, e = keys.shape[1:]
        query = ops.reshape(ops.tile(query[:, 0], [1, t]), [-1, t, e])  # (b, t, e): the candidate beside each item
        return ops.concatenate([query, keys, query - keys, query * keys], axis=-1)  # (b, t, 4 e)


class WeightedSum(layers.Layer):
    """Section 4.3: the sum of weight times item, weights not normalized; places without an item have none."""

    def call(self, keys, weight, history):
        there = ops.cast(history != 0, keys.dtype)[..., None]  # (b, t, 1)
        return ops.sum(there * weight * keys, axis=1)  # (b, e)


class Dice(layers.Layer):
    """Section 5.3: between s and alpha s, by where s lies in its distribution over the batch."""

    def build(self, shape):
        self.alpha = self.add_weight(shape=(shape[-1],), initializer="zeros", name="alpha")
        self.norm = layers.BatchNormalization(center=False, scale=False, momentum=0.9, name="norm")
        self.norm.build(shape)

    def call(self, s, training=None):
        p = ops.sigmoid(self.norm(s, training=training))
        return p * s + (1 - p) * self.alpha * s
