import keras
from keras import layers, ops, regularizers


def network(inputs, targets, initializer, units, dropout, steps, teleport, penalty):
    """Predicts from the features of each node alone, then propagates the predictions.

    Source: Gasteiger et al. 2019, equations 4 and 5.
    """

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    sides = {
        name: keras.Input(side.shape, dtype=side.dtype, name=name)
        for name, side in (("features", inputs["features"]), ("adjacency", inputs["adjacency"]))
    }
    x = layers.Dropout(dropout, name="drop_features")(sides["features"])  # (b, n, f)
    x = dense(units, x, activation="relu", kernel_regularizer=regularizers.L2(penalty), name="hidden")
    x = layers.Dropout(dropout, name="drop_hidden")(x)
    x = dense(targets.classes, x, name="predict")  # (b, n, c)
    logits = Propagate(steps, teleport, name="propagate")(x, sides["adjacency"])
    return keras.Model(inputs=sides, outputs=logits, name="appnp")


class Propagate(layers.Layer):
    """Personalized PageRank by power iteration: Z <- (1 - alpha) A Z + alpha H, with loops and symmetric norm.

    Args:
        steps: of the iteration.
        teleport: alpha, the probability to go back to the node itself.
    """

    def __init__(self, steps, teleport, **options):
        super().__init__(**options)
        self.steps, self.teleport = steps, teleport

    def call(self, h, adjacency):
        a = adjacency + ops.eye(adjacency.shape[-1], dtype=adjacency.dtype)  # (b, n, n)
        scale = ops.rsqrt(ops.sum(a, axis=-1))  # (b, n)
        a = scale[:, :, None] * a * scale[:, None, :]
        z = h
        for _ in range(self.steps):
            z = (1 - self.teleport) * ops.matmul(a, z) + self.teleport * h
        return z
