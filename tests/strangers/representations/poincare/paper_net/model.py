import keras
from keras import layers, ops


class ToBall(layers.Layer):
    """v → tanh(|v|) v / |v|, the exponential map at the origin."""

    def call(self, v):
        norm = ops.sqrt(ops.sum(v**2, axis=-1, keepdims=True) + 1e-12)
        return (1 - 1e-5) * ops.tanh(norm) * v / norm


class PoincareDistance(layers.Layer):
    """arcosh(1 + 2 |u - v|² / ((1 - |u|²) (1 - |v|²))), equation 1."""

    def call(self, u, v):
        apart = ops.sum((u - v) ** 2, axis=-1)
        within = (1 - ops.sum(u**2, axis=-1)) * (1 - ops.sum(v**2, axis=-1))
        x = 2 * apart / within
        return ops.log1p(x + ops.sqrt(x * (x + 2) + 1e-9))


def network(inputs, targets, initializer, dimensions):
    node = keras.Input(inputs["node"].shape, dtype="int32", name="node")  # (b, 1)
    candidates = keras.Input(inputs["candidates"].shape, dtype="int32", name="candidates")  # (b, n)
    near = keras.initializers.RandomUniform(-0.01, 0.01, seed=1)  # close to the origin
    table = layers.Embedding(inputs["node"].classes, dimensions, embeddings_initializer=near, name="table")
    ball = ToBall(name="ball")
    distance = PoincareDistance(name="distance")(ball(table(node)), ball(table(candidates)))  # (b, n)
    scores = layers.Rescaling(-1.0, name="scores")(distance)
    return keras.Model({"node": node, "candidates": candidates}, scores, name="poincare")
