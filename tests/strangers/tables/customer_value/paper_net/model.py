"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the size of the network

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, embedding):
    """Of a customer: the logit of spending at all, and of what is spent the mean and the deviation of its logarithm.

    Source: Wang, Liu and Miao 2019, Figure 2: a network of all inputs, whose last layer has three units.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    first = keras.Input(inputs["first"].shape, dtype=inputs["first"].dtype, name="first")  # (b, 6)
    channel = keras.Input(inputs["channel"].shape, dtype=inputs["channel"].dtype, name="channel")  # (b)
    known = layers.Embedding(inputs["channel"].classes, embedding, name="channels")(channel)  # (b, e)
    x = layers.Concatenate(name="all")([first, known])
    x = dense(x, units, activation="relu", name="hidden_0")
    x = dense(x, units, activation="relu", name="hidden_1")
    return keras.Model({"first": first, "channel": channel}, dense(x, 3, name="parameters"), name="ziln")  # (b, 3)
