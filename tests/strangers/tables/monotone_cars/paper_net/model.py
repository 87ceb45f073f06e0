import keras
from keras import layers, ops

RISING = [-1, -1, 1, 1, 0]  # of each column: the price falls with it, rises with it, or neither is known


def network(inputs, targets, initializer, units):
    """Type 1 of the paper: all columns enter one stack of monotone layers."""
    x = car = keras.Input(inputs.shape, dtype=inputs.dtype, name="car")  # (b, 5)
    directions = RISING
    for i, width in enumerate(units):
        x = MonoDense(width, directions, initializer, convex=width // 3, concave=width // 3, name=f"mono_{i}")(x)
        directions = [1] * width  # all that follows may only rise
    price = MonoDense(1, directions, initializer, activation=None, name="price")(x)  # (b, 1)
    return keras.Model(car, price, name="monotone")


class MonoDense(layers.Layer):
    """A Dense whose kernel's rows are |w|, -|w| or w by the direction of a column, with three kinds of units.

    The first units have the convex activation, the next ones its concave mirror, the others one that saturates.

    Source: Runje and Shankaranarayana 2023, equations 3 to 10.
    """

    def __init__(self, units, directions, initializer, convex=0, concave=0, activation="elu", **options):
        super().__init__(**options)
        self.units, self.directions, self.initializer = units, directions, initializer
        self.convex, self.concave = convex, concave
        self.activation = keras.activations.get(activation)

    def build(self, shape):
        self.kernel = self.add_weight((shape[-1], self.units), initializer=self.initializer.kernel(), name="kernel")
        bias = self.initializer.bias(fan_in=shape[-1])
        self.bias = self.add_weight((self.units,), initializer=bias, name="bias")

    def call(self, x):
        sign = ops.expand_dims(ops.convert_to_tensor(self.directions, self.kernel.dtype), 1)  # (columns, 1)
        kernel = ops.where(sign == 0, self.kernel, sign * ops.abs(self.kernel))
        h = ops.matmul(x, kernel) + self.bias
        if self.convex + self.concave == 0:
            return self.activation(h)
        a, b = self.convex, self.convex + self.concave
        rho = self.activation
        one = rho(ops.ones(()))
        convex, concave = rho(h[:, :a]), -rho(-h[:, a:b])
        rest = h[:, b:]
        saturated = ops.where(rest < 0, rho(rest + 1) - one, one - rho(1 - rest))
        return ops.concatenate([convex, concave, saturated], axis=-1)
