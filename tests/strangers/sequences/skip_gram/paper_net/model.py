"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import initializers, layers


def network(inputs, targets, initializer, width):
    """The logit that two words were seen together: the product of one's vector and the other's context vector."""

    def vectors(words, name):
        start = initializers.RandomUniform(-0.5 / width**0.5, 0.5 / width**0.5)
        return layers.Embedding(words, width, embeddings_initializer=start, name=name)

    word = keras.Input(inputs["word"].shape, dtype="int32", name="word")
    context = keras.Input(inputs["context"].shape, dtype="int32", name="context")
    v = vectors(inputs["word"].classes, "vectors")(word)  # (b, width)
    u = vectors(inputs["context"].classes, "context_vectors")(context)  # (b, width)
    logit = layers.Dot(axes=-1, name="together")([v, u])  # (b, 1)
    return keras.Model({"word": word, "context": context}, logit, name="skip_gram")
