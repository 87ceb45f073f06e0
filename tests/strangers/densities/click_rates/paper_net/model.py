"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import initializers, layers, regularizers


def network(inputs, targets, initializer, embedding, units):
    """A beta distribution of each banner's click rate, from its campaign and context.

    Args:
        embedding: width of what is learnt of each campaign.
        units: of the hidden layer.

    Returns:
        A model from (b), (b, 5) to (b, 2): the logit of the mean rate, the log of the concentration.
    """
    campaign = keras.Input(inputs["campaign"].shape, dtype=inputs["campaign"].dtype, name="campaign")
    context = keras.Input(inputs["context"].shape, dtype=inputs["context"].dtype, name="context")
    x = layers.Embedding(
        inputs["campaign"].classes, embedding, embeddings_regularizer=regularizers.L2(1e-4), name="embedding"
    )(campaign)  # (b, embedding)
    x = layers.Concatenate(name="both")([x, context])
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(units, activation="elu", kernel_initializer=kernel, bias_initializer=bias, name="hidden")(x)
    start = initializers.Constant([-2.0, 2.0])  # a tenth is clicked; concentration 7
    beta = layers.Dense(2, kernel_initializer=initializer.kernel(), bias_initializer=start, name="beta")(x)
    return keras.Model({"campaign": campaign, "context": context}, beta, name="clicks")
