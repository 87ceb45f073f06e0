"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how several shots are one: their embeddings are summed, as in the paper

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, relation):
    """Embeds drawings, and scores the query beside each class of the support set."""

    def dense(units, fan_in, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=fan_in)
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)

    ways, _, pixels = inputs["support"].shape
    support = keras.Input(inputs["support"].shape, dtype=inputs["support"].dtype, name="support")
    query = keras.Input(inputs["query"].shape, dtype=inputs["query"].dtype, name="query")
    first, second = dense(96, pixels, activation="relu"), dense(embedding, 96, activation="relu")

    def embed(drawing):
        return second(first(drawing))  # (…, embedding)

    classes = ops.sum(embed(support), axis=2)  # (b, ways, embedding)
    asked = layers.RepeatVector(ways)(embed(query))  # (b, ways, embedding)
    pairs = layers.Concatenate()([classes, asked])  # (b, ways, 2 embedding)
    x = dense(relation, 2 * embedding, activation="relu", name="compare_0")(pairs)
    x = dense(relation, relation, activation="relu", name="compare_1")(x)
    score = dense(1, relation, activation="sigmoid", name="score")(x)  # (b, ways, 1)
    score = layers.Reshape([ways])(score)  # (b, ways)
    return keras.Model({"support": support, "query": query}, score, name="relation_network")
