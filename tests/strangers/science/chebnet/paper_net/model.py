import keras
from keras import layers, ops

from .graph import places, scaled_laplacian


def network(inputs, targets, initializer, neighbours, order, filters):
    """Chebyshev convolutions on the graph of the sensors, the mean over them, and a linear layer."""
    signal = keras.Input(inputs.shape, dtype=inputs.dtype, name="signal")  # (b, n, 1)
    laplacian = scaled_laplacian(places(inputs.shape[0]), neighbours)
    x = signal
    for i, units in enumerate(filters):
        x = Chebyshev(units, order, laplacian, initializer, name=f"chebyshev_{i}")(x)  # (b, n, units)
    x = layers.Concatenate()([layers.GlobalAveragePooling1D()(x), layers.GlobalMaxPooling1D()(x)])
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="logits")(x)
    return keras.Model(signal, x, name="chebnet")


class Chebyshev(layers.Layer):
    """A filter of the graph's spectrum: a Chebyshev polynomial of the scaled Laplacian, then relu."""

    def __init__(self, units, order, laplacian, initializer, **options):
        super().__init__(**options)
        self.units, self.order, self.initializer = units, order, initializer
        self.laplacian = laplacian.astype("float32")

    def build(self, shape):
        wide = shape[-1] * self.order
        self.kernel = self.add_weight(shape=(wide, self.units), initializer=self.initializer.kernel(), name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer=self.initializer.bias(fan_in=wide), name="bias")

    def call(self, x):
        x = polynomials(x, ops.convert_to_tensor(self.laplacian), self.order)
        return ops.relu(ops.matmul(x, self.kernel) + self.bias)


def polynomials(x, laplacian, order):
    """T_0(L) x … T_{order - 1}(L) x of signals (b, n, f), by their recurrence; (b, n, f * order), the order innermost."""
    terms = [x, ops.matmul(laplacian, x)]
    while len(terms) < order:
        terms.append(2 * ops.matmul(laplacian, terms[-1]) - terms[-2])
    x = ops.stack(terms[:order])  # (order, b, n, f)
    x = ops.transpose(x, (1, 2, 3, 0))  # (b, n, f, order)
    return ops.reshape(x, (-1, x.shape[1], x.shape[2] * order))
