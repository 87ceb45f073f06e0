import keras
from keras import layers, ops


def network(inputs, targets, initializer, edges, embedding, units, dropout):
    """MLP-PLE-L: piecewise linear encoding, a linear embedding of each column by itself, then a perceptron."""
    table = keras.Input(inputs.shape, dtype=inputs.dtype, name="table")  # (b, columns)
    x = PiecewiseLinear(edges, name="ple")(table)  # (b, columns, bins)
    x = ByColumn(embedding, initializer, name="embedding")(x)  # (b, columns, embedding)
    x = layers.ReLU(name="relu")(x)
    x = layers.Flatten(name="flatten")(x)  # (b, columns * embedding)
    for i in range(2):
        x = dense(units, x, initializer, activation="relu", name=f"hidden_{i}")  # (b, units)
        x = layers.Dropout(dropout, name=f"dropout_{i}")(x)
    return keras.Model(table, dense(1, x, initializer, name="answer"), name="mlp_ple")  # (b, 1)


class PiecewiseLinear(layers.Layer):
    """x -> [e_1 … e_T], where e_t is 1 below the bin that x is in, its place within that bin, and 0 above (eq. 1)."""

    def __init__(self, edges, **options):
        super().__init__(**options)
        self.edges = edges

    def call(self, x):
        low, high = self.edges[:, :-1], self.edges[:, 1:]
        place = (ops.expand_dims(x, -1) - low) / (high - low)  # (b, columns, bins)
        return ops.clip(place, 0.0, 1.0)


class ByColumn(layers.Layer):
    """A Dense of its own for each column."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        _, columns, bins = shape
        kernels = [self.initializer.kernel() for _ in range(columns)]
        self.kernels = [
            self.add_weight(shape=(bins, self.units), initializer=kernel, name=f"kernel_{i}")
            for i, kernel in enumerate(kernels)
        ]
        self.bias = self.add_weight(shape=(columns, self.units), initializer="zeros", name="bias")

    def call(self, x):
        embedded = [ops.matmul(x[:, i], kernel) for i, kernel in enumerate(self.kernels)]  # each (b, embedding)
        return ops.stack(embedded, axis=1) + self.bias


def dense(width, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
