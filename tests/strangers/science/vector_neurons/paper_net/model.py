import keras
from keras import layers, ops


def network(inputs, targets, initializer, neighbours, channels):
    """Points → edges to their neighbours → vector neurons → invariant features → class.

    Source: Deng et al. 2021, Vector Neurons: A General Framework for SO(3)-Equivariant Networks.
    """
    points = keras.Input(inputs.shape, dtype=inputs.dtype, name="points")
    x = Edges(neighbours, name="edges")(points)  # (b, p, k, 3, 3)
    x = VectorNeurons(channels // 2, initializer, name="vn_1")(x)
    x = ops.mean(x, axis=2)  # (b, p, channels / 2, 3)
    x = VectorNeurons(channels, initializer, name="vn_2")(x)
    whole = ops.repeat(ops.mean(x, axis=1, keepdims=True), x.shape[1], axis=1)
    x = VectorNeurons(channels, initializer, name="vn_3")(ops.concatenate([x, whole], axis=2))
    frame = VectorNeurons(3, initializer, name="frame")(x)  # (b, p, 3, 3)
    x = ops.einsum("bpcd,bpfd->bpcf", x, frame)  # invariant, equation 8
    x = layers.Reshape((inputs.shape[0], channels * 3), name="features")(x)
    x = layers.LayerNormalization(name="norm")(x)
    x = dense(x, 64, initializer, activation="relu", name="hidden")
    x = ops.mean(x, axis=1)  # (b, 64)
    return keras.Model(points, dense(x, targets.classes, initializer, name="logits"), name="vector_neurons")


class Edges(layers.Layer):
    """Of each point and each of its k nearest: the difference, the point, and their cross product (VN-DGCNN's)."""

    def __init__(self, k, **options):
        super().__init__(**options)
        self.k = k

    def call(self, points):
        apart = points[:, :, None] - points[:, None]  # (b, p, p, 3)
        nearest = ops.top_k(-ops.sum(apart**2, axis=-1), self.k + 1)[1][:, :, 1:]  # (b, p, k)
        edge = -ops.take_along_axis(apart, nearest[..., None], axis=2)  # (b, p, k, 3)
        own = ops.broadcast_to(points[:, :, None], ops.shape(edge))
        return ops.stack([edge, own, ops.cross(edge, own)], axis=3)


class VectorNeurons(layers.Layer):
    """A linear map of channels, each a vector (…, channels, 3), and the non-linearity of equation 5."""

    def __init__(self, channels, initializer, slope=0.2, **options):
        super().__init__(**options)
        self.channels, self.initializer, self.slope = channels, initializer, slope

    def build(self, shape):
        weight = {"shape": (shape[-2], self.channels)}
        self.feature = self.add_weight(**weight, initializer=self.initializer.kernel(), name="feature")
        self.direction = self.add_weight(**weight, initializer=self.initializer.kernel(), name="direction")

    def call(self, x):
        q = ops.einsum("...cd,co->...od", x, self.feature)
        k = ops.einsum("...cd,co->...od", x, self.direction)
        along = ops.sum(q * k, axis=-1, keepdims=True)
        removed = along / (ops.sum(k**2, axis=-1, keepdims=True) + 1e-6) * k
        return q - (1 - self.slope) * ops.where(along >= 0, 0.0, removed)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
