import keras
from keras import layers, ops


def network(inputs, targets, initializer, clusters, width):
    """Convolutions give descriptors of places; NetVLAD pools them; a linear classifier in the place of retrieval."""

    def options(fan_in):
        return {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=fan_in)}

    x = surface = keras.Input(inputs.shape, dtype=inputs.dtype, name="surface")  # (b, 28, 28, 1)
    x = layers.Conv2D(width, 4, activation="relu", **options(16), name="conv")(x)  # (b, 25, 25, width)
    x = layers.MaxPooling2D(2, name="pool")(x)  # (b, 12, 12, width)
    x = layers.Conv2D(width, 1, **options(width), name="descriptors")(x)
    x = layers.Reshape((-1, width), name="places")(x)  # (b, 144, width)
    x = layers.UnitNormalization(axis=-1, name="unit")(x)
    x = NetVLAD(clusters, initializer.kernel(), name="netvlad")(x)  # (b, clusters * width)
    x = layers.Dense(targets.classes, **options(clusters * width), name="logits")(x)
    return keras.Model(surface, x, name="netvlad")


class NetVLAD(layers.Layer):
    """Sums, of each cluster, how the descriptors differ from its centre, weighted by a soft assignment."""

    def __init__(self, clusters, kernel, **options):
        super().__init__(**options)
        self.clusters, self.kernel = clusters, kernel

    def build(self, shape):
        self.assign = layers.Dense(self.clusters, kernel_initializer=self.kernel, name="assign")
        self.assign.build(shape)
        self.centres = self.add_weight(shape=(self.clusters, shape[-1]), initializer="random_normal", name="centres")

    def call(self, x):
        assignment = ops.softmax(5.0 * self.assign(x), axis=-1)  # (b, n, clusters)
        v = vlad(x, assignment, self.centres)  # (b, clusters, d)
        v = ops.reshape(v, (-1, v.shape[1] * v.shape[2]))
        return v / (ops.norm(v, axis=-1, keepdims=True) + 1e-6) * 10.0


def vlad(x, assignment, centres):
    """V(k) = sum over i of a_k(x_i) (x_i - c_k), each k normalized by itself.

    Source: Arandjelović et al. 2016, arXiv 1511.07247, equation 1 and section 3.1.
    """
    weighted = ops.matmul(ops.transpose(assignment, (0, 2, 1)), x)  # (b, clusters, d)
    mass = ops.expand_dims(ops.sum(assignment, axis=1), -1)  # (b, clusters, 1)
    v = weighted - mass * centres
    return v / (ops.norm(v, axis=-1, keepdims=True) + 1e-6)
