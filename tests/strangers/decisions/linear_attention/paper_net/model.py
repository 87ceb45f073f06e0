import keras
from keras import layers, ops


def network(inputs, targets, initializer, width, heads, blocks):
    """A causal transformer whose attention is linear in the length.

    Source: Katharopoulos et al. 2020, Transformers are RNNs, equations 7 to 12.
    """
    series = keras.Input(inputs.shape, dtype=inputs.dtype, name="series")  # (b, t, 2)
    x = dense(width, initializer, name="embedding")(series)  # (b, t, width)
    for i in range(blocks):
        x = x + LinearAttention(heads, initializer, name=f"attention_{i}")(layers.LayerNormalization()(x))
        hidden = dense(2 * width, initializer, activation="relu", name=f"hidden_{i}")(layers.LayerNormalization()(x))
        x = x + dense(width, initializer, name=f"out_{i}")(hidden)
    mean = dense(targets.shape[-1], initializer, name="mean")(layers.LayerNormalization()(x))  # (b, t, 1)
    return keras.Model(series, mean, name="linear_transformer")


class LinearAttention(layers.Layer):
    """phi(q) · cumulative sum of phi(k) v, over phi(q) · cumulative sum of phi(k); phi(x) = elu(x) + 1."""

    def __init__(self, heads, initializer, **options):
        super().__init__(**options)
        self.heads, self.initializer = heads, initializer

    def build(self, shape):
        self.project = dense(3 * shape[-1], self.initializer, use_bias=False, name="project")
        self.project.build(shape)
        self.merge = dense(shape[-1], self.initializer, name="merge")
        self.merge.build(shape)

    def call(self, x):
        t, width = x.shape[1:]
        q, k, v = ops.split(ops.reshape(self.project(x), (-1, t, self.heads, 3 * width // self.heads)), 3, axis=-1)
        q, k = ops.elu(q) + 1, ops.elu(k) + 1  # (b, t, heads, d)
        memory = ops.cumsum(ops.einsum("bthd,bthe->bthde", k, v), axis=1)  # (b, t, heads, d, d)
        norm = ops.cumsum(k, axis=1)  # (b, t, heads, d)
        read = ops.einsum("bthd,bthde->bthe", q, memory)
        read = read / (ops.sum(q * norm, axis=-1, keepdims=True) + 1e-6)  # (b, t, heads, d)
        return self.merge(ops.reshape(read, (-1, t, width)))


def dense(units, initializer, **options):
    return layers.Dense(units, kernel_initializer=initializer.kernel(), **options)
