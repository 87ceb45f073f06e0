import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Deep Lagrangian network: torque = H(q) a + dH/dt v - 1/2 d(v'Hv)/dq + g(q), with H = L L' from a network."""
    given = {name: keras.Input(it.shape, dtype=it.dtype, name=name) for name, it in inputs.items()}
    tau = Lagrangian(units, initializer, name="lagrangian")(given["q"], given["velocity"], given["acceleration"])
    return keras.Model(given, tau, name="delan")  # (b, 2)


class Lagrangian(layers.Layer):
    """A hidden layer that gives L and g, and by the chain rule, as in section 4.2, the derivative of L by q.

    Source: Lutter, Ritter, Peters 2019, Deep Lagrangian Networks, equation 6.
    """

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, *shapes):
        kernel, bias = self.initializer.kernel, self.initializer.bias
        self.w1 = self.add_weight(shape=(4, self.units), initializer=kernel(), name="w1")
        self.b1 = self.add_weight(shape=(self.units,), initializer=bias(fan_in=4), name="b1")
        self.w2 = self.add_weight(shape=(self.units, 5), initializer=kernel(), name="w2")
        self.b2 = self.add_weight(shape=(5,), initializer=bias(fan_in=self.units), name="b2")

    def call(self, q, v, a):
        eye = ops.eye(2)
        turned = ops.concatenate([ops.cos(q), ops.sin(q)], axis=-1)  # (b, 4)
        d_turned = ops.concatenate([-ops.sin(q)[:, :, None] * eye, ops.cos(q)[:, :, None] * eye], axis=1)  # (b, 4, 2)
        hidden = ops.tanh(turned @ self.w1 + self.b1)  # (b, units)
        d_hidden = (1 - hidden**2)[:, :, None] * ops.einsum("bfi,fu->bui", d_turned, self.w1)
        out = hidden @ self.w2 + self.b2  # (b, 5): diagonal of L, below it, gravity
        d_out = ops.einsum("bui,uo->boi", d_hidden, self.w2)  # (b, 5, 2)
        diagonal = ops.softplus(out[:, :2]) + 0.01
        d_diagonal = ops.sigmoid(out[:, :2])[:, :, None] * d_out[:, :2]
        low = ops.convert_to_tensor([[0.0, 0.0], [1.0, 0.0]])
        lower = diagonal[:, :, None] * eye + out[:, 2, None, None] * low  # (b, 2, 2)
        d_lower = d_diagonal[:, :, None, :] * eye[:, :, None] + d_out[:, 2, None, None, :] * low[:, :, None]
        half = ops.einsum("bjli,bkl->bjki", d_lower, lower)
        d_mass = half + ops.transpose(half, (0, 2, 1, 3))  # (b, 2, 2, 2): of H, by each q
        mass = ops.einsum("bjl,bkl->bjk", lower, lower)
        inertial = ops.einsum("bjk,bk->bj", mass, a) + ops.einsum("bjki,bi,bk->bj", d_mass, v, v)
        centripetal = 0.5 * ops.einsum("bjki,bj,bk->bi", d_mass, v, v)
        return inertial - centripetal + out[:, 3:]
