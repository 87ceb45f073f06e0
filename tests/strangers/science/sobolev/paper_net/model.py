import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """A network of two hidden layers that answers its value and, in closed form, its gradient by the input."""
    point = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, d)
    value, gradient = Potential(units, initializer, name="potential")(point)
    return keras.Model(inputs=point, outputs={"value": value, "gradient": gradient}, name="sobolev")


class Potential(layers.Layer):
    """f(x) = w tanh(V tanh(U x + a) + c) + e, and df/dx by the chain rule, backwards through the layers."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        sizes = [shape[-1], self.units, self.units, 1]
        self.kernels, self.biases = [], []
        for i, (fan_in, fan_out) in enumerate(zip(sizes, sizes[1:], strict=False)):
            kernel, bias = self.initializer.kernel(), self.initializer.bias(fan_in=fan_in)
            self.kernels.append(self.add_weight(shape=(fan_in, fan_out), initializer=kernel, name=f"kernel_{i}"))
            self.biases.append(self.add_weight(shape=(fan_out,), initializer=bias, name=f"bias_{i}"))

    def call(self, x):
        u, v, w = self.kernels
        first = ops.tanh(ops.matmul(x, u) + self.biases[0])  # (b, units)
        second = ops.tanh(ops.matmul(first, v) + self.biases[1])  # (b, units)
        value = ops.matmul(second, w) + self.biases[2]  # (b, 1)
        back = (1 - second**2) * ops.transpose(w)  # (b, units), df by the second layer's sum
        back = (1 - first**2) * ops.matmul(back, ops.transpose(v))  # (b, units)
        return value[:, 0], ops.matmul(back, ops.transpose(u))  # (b), (b, d)
