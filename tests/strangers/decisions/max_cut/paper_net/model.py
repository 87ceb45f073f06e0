import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, rounds):
    """A graph network that answers, for each node, with which probability it is on side 1 of the cut."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    adjacency = keras.Input(inputs["adjacency"].shape, name="adjacency")  # (b, n, n)
    start = keras.Input(inputs["start"].shape, name="start")  # (b, n, 4)
    degree = ops.sum(adjacency, axis=-1, keepdims=True)  # (b, n, 1)
    x = dense(units, ops.concatenate([start, degree / adjacency.shape[-1]], axis=-1), name="embed")  # (b, n, units)
    for i in range(rounds):
        heard = ops.matmul(adjacency, x) / ops.maximum(degree, 1.0)  # (b, n, units), the mean of the neighbours
        message = dense(units, ops.concatenate([x, heard], axis=-1), activation="silu", name=f"message_{i}")
        x = layers.LayerNormalization(name=f"norm_{i}")(x + dense(units, message, name=f"update_{i}"))
    p = ops.squeeze(dense(1, x, activation="sigmoid", name="side"), axis=-1)  # (b, n)
    return MaxCut({"adjacency": adjacency, "start": start}, p, name="max_cut")


class MaxCut(keras.Model):
    """Minimises the share of edges that are not cut, in expectation over independent sides.

    Source: Karalias & Loukas 2020, Section 3: the loss bounds the expected cost of the set drawn from the network.
    """

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.cut = keras.metrics.Mean(name="cut")  # of the rounded sides

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        self.cut.update_state(cut_share(x["adjacency"], ops.cast(y_pred > 0.5, y_pred.dtype)))
        return ops.mean(1 - cut_share(x["adjacency"], y_pred))


def cut_share(adjacency, p):
    """The expected share of a graph's edges between the sides; (b, n, n), (b, n) to (b)."""
    apart = p[:, :, None] * (1 - p[:, None, :]) + (1 - p[:, :, None]) * p[:, None, :]  # (b, n, n)
    return ops.sum(adjacency * apart, axis=(1, 2)) / ops.maximum(ops.sum(adjacency, axis=(1, 2)), 1.0)
