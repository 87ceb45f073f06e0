"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, depth):
    """Equivariant layers, whose messages depend on distances and charges alone."""

    def dense(x, units, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    position, v, charge = (keras.Input(inputs[name].shape, name=name) for name in ("position", "velocity", "charge"))
    x, n = position, position.shape[1]
    h = dense(Norm(name="speed")(v), width, name="embedding")  # (b, n, width)
    for i in range(depth):
        apart, edge = Edges(name=f"edges_{i}")(x, h, charge)  # (b, n, n, 3), (b, n, n, 2 width + 2)
        m = dense(dense(edge, width, activation="silu"), width, activation="silu")  # (b, n, n, width)
        push = dense(dense(m, width, activation="silu"), 1)  # (b, n, n, 1)
        keep = dense(dense(h, width, activation="silu"), 1)  # (b, n, 1)
        moved = [x, layers.Multiply()([v, keep]), MeanOverOthers(n)(layers.Multiply()([apart, push]))]
        x = layers.Add(name=f"x_{i}")(moved)  # equations 4 and 6
        collected = layers.Concatenate()([h, MeanOverOthers(n)(m)])
        h = layers.Add()([h, dense(dense(collected, width, activation="silu"), width)])
    return keras.Model({"position": position, "velocity": v, "charge": charge}, x, name="egnn")


class Norm(layers.Layer):
    def call(self, v):
        return ops.sqrt(ops.sum(v**2, axis=-1, keepdims=True) + 1e-9)


class Edges(layers.Layer):
    """x_i - x_j; and of each pair: h_i, h_j, the squared distance, the product of the charges."""

    def call(self, x, h, charge):
        n = x.shape[1]
        apart = x[:, :, None] - x[:, None]
        square = ops.sum(apart**2, axis=-1, keepdims=True)
        h_i = ops.repeat(h[:, :, None], n, axis=2)
        h_j = ops.repeat(h[:, None], n, axis=1)
        charges = charge[:, :, None] * charge[:, None]
        return apart, ops.concatenate([h_i, h_j, square, charges], axis=-1)


class MeanOverOthers(layers.Layer):
    def __init__(self, n, **options):
        super().__init__(**options)
        self.n = n

    def call(self, x):
        others = 1 - ops.eye(self.n)[None, :, :, None]
        return ops.sum(x * others, axis=2) / (self.n - 1)
