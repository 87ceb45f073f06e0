"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b episodes.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, embedding):
    """Minus the squared distance of each query's embedding to the mean embedding of each class.

    Source: Snell et al. 2017, arXiv 1703.05175, equations 1 and 2.
    """
    given = {name: keras.Input(part.shape, dtype=part.dtype, name=name) for name, part in inputs.items()}
    parts = [
        layers.Dense(units, "relu", kernel_initializer=initializer.kernel(), name="hidden_0"),
        layers.Dense(units, "relu", kernel_initializer=initializer.kernel(), name="hidden_1"),
        layers.Dense(embedding, kernel_initializer=initializer.kernel(), name="embedding"),
    ]

    def embed(x):
        for layer in parts:
            x = layer(x)
        return x

    prototypes = ops.mean(embed(given["support"]), axis=2)  # (b, ways, embedding)
    query = embed(given["query"])  # (b, queries, embedding)
    apart = query[:, :, None, :] - prototypes[:, None, :, :]  # (b, queries, ways, embedding)
    return keras.Model(given, -ops.sum(apart**2, axis=-1), name="protonet")  # (b, queries, ways)
