import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A price, and by the twin of the same weights its derivative by the spot."""
    spot = keras.Input(inputs.shape, name="spot")
    price, slope = Twin(units, initializer, name="twin")(spot)
    return keras.Model(spot, {"price": price, "slope": slope}, name="twin_pricing")


class Twin(layers.Layer):
    """Layers of softplus forwards (equation 1), then backwards through the same kernels (equation 2)."""

    def __init__(self, units, initializer, **kwargs):
        super().__init__(**kwargs)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        sizes = [shape[-1], *self.units, 1]
        self.kernels = [
            self.add_weight((n, m), initializer=self.initializer.kernel(), name=f"kernel_{i}")
            for i, (n, m) in enumerate(zip(sizes, sizes[1:], strict=False))
        ]
        self.biases = [
            self.add_weight((m,), initializer=self.initializer.bias(fan_in=n), name=f"bias_{i}")
            for i, (n, m) in enumerate(zip(sizes, sizes[1:], strict=False))
        ]

    def call(self, x):
        return twin(x, self.kernels, self.biases)


def twin(x, kernels, biases):
    """Of layers x → softplus(x) · kernel + bias, the first without softplus: the answer, and its derivative by x."""
    before = [x]
    for i, (kernel, bias) in enumerate(zip(kernels, biases, strict=False)):
        before.append(ops.matmul(ops.softplus(before[-1]) if i else x, kernel) + bias)  # (b, u)
    back = ops.ones_like(before[-1])  # (b, 1)
    for i in reversed(range(len(kernels))):
        back = ops.matmul(back, ops.transpose(kernels[i])) * (ops.sigmoid(before[i]) if i else 1.0)
    return before[-1], back  # (b, 1), (b, f)
