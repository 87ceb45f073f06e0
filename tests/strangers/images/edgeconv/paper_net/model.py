"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - slope of the leaky relu: Keras' own
    - no batch normalization: two blocks do without

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, neighbours, widths, embedding):
    """Dynamic graph CNN: each block looks for the neighbours anew, in the features it gets."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = cloud = keras.Input(inputs.shape, dtype=inputs.dtype, name="cloud")  # (b, n, 3)
    blocks = []
    for i, width in enumerate(widths):
        edges = Edges(neighbours, name=f"edges_{i}")(x)  # (b, n, k, 2 c)
        edges = dense(width, edges, activation="leaky_relu", name=f"edge_mlp_{i}")  # (b, n, k, width)
        x = ops.max(edges, axis=2)  # (b, n, width)
        blocks.append(x)
    x = layers.Concatenate(name="all_scales")(blocks)  # (b, n, sum of widths)
    x = dense(embedding, x, activation="leaky_relu", name="embedding")  # (b, n, embedding)
    x = layers.GlobalMaxPooling1D(name="pool")(x)  # (b, embedding)
    return keras.Model(cloud, dense(targets.classes, x, name="logits"), name="dgcnn")  # (b, classes)


class Edges(layers.Layer):
    """Of every point x_i and each of its k nearest x_j: [x_i, x_j - x_i].

    Source: Wang et al. 2019, Dynamic Graph CNN for Learning on Point Clouds, equation 8.
    """

    def __init__(self, k, **options):
        super().__init__(**options)
        self.k = k

    def call(self, x):
        n, c = x.shape[1:]
        squares = ops.sum(x**2, axis=-1, keepdims=True)  # (b, n, 1)
        distance = squares - 2 * ops.matmul(x, ops.transpose(x, (0, 2, 1))) + ops.transpose(squares, (0, 2, 1))
        nearest = ops.top_k(-distance, self.k + 1)[1][:, :, 1:]  # (b, n, k), without the point itself
        first = n * ops.arange(ops.shape(x)[0], dtype=nearest.dtype)[:, None, None]  # each cloud's first row below
        others = ops.take(ops.reshape(x, (-1, c)), nearest + first, axis=0)  # (b, n, k, c)
        centre = ops.repeat(ops.expand_dims(x, 2), self.k, axis=2)  # (b, n, k, c)
        return ops.concatenate([centre, others - centre], axis=-1)

    def compute_output_shape(self, shape):
        return (shape[0], shape[1], self.k, 2 * shape[2])
