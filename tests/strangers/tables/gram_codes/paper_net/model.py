import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units):
    """GRAM: codes are mixtures of their ancestors in the ontology; visits are sums of codes, read by a GRU."""
    visits = keras.Input(inputs.shape, dtype=inputs.dtype, name="visits")  # (b, t, codes)
    x = Ontology(embedding, initializer, name="visit")(visits)  # (b, t, embedding)
    x = layers.GRU(units, kernel_initializer=initializer.kernel(), return_sequences=True, name="history")(
        x
    )  # (b, t, units)
    return keras.Model(
        visits, dense(x, targets.shape[-1], initializer, name="next_codes"), name="gram"
    )  # (b, t, codes)


class Ontology(layers.Layer):
    """v = tanh(sum of g_i over a visit's codes), g_i = sum_j alpha_ij e_j over i and its ancestors j.

    alpha_i = softmax_j(u . tanh(W [e_i; e_j] + b)). Nodes are numbered: 60 codes, 12 categories, 3 chapters, the root.
    """

    def __init__(self, width, initializer, codes=60, **options):
        super().__init__(**options)
        self.width, self.initializer = width, initializer
        leaf = [*range(codes)]
        self.ancestors = [[i, codes + i // 5, codes + 12 + i // 20, codes + 15] for i in leaf]  # (codes, 4)

    def build(self, shape):
        self.e = self.add_weight(shape=(shape[-1] + 16, self.width), initializer="glorot_normal", name="e")
        self.w = self.add_weight(shape=(2 * self.width, 16), initializer=self.initializer.kernel(), name="w")
        self.b = self.add_weight(shape=(16,), initializer="zeros", name="b")
        self.u = self.add_weight(shape=(16, 1), initializer=self.initializer.kernel(), name="u")

    def call(self, visits):
        e_j = ops.take(self.e, ops.convert_to_tensor(self.ancestors), axis=0)  # (codes, 4, width)
        e_i = ops.broadcast_to(e_j[:, :1], e_j.shape)
        hidden = ops.tanh(ops.matmul(ops.concatenate([e_i, e_j], axis=-1), self.w) + self.b)  # (codes, 4, 16)
        alpha = ops.softmax(ops.matmul(hidden, self.u), axis=1)  # (codes, 4, 1)
        g = ops.sum(alpha * e_j, axis=1)  # (codes, width)
        return ops.tanh(ops.matmul(visits, g))


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
