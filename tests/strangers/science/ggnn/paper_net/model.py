import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, steps):
    """Gated graph network: states begin with the nodes' marks, and the same gated unit updates them, step by step."""
    given = {name: keras.Input(it.shape, dtype=it.dtype, name=name) for name, it in inputs.items()}
    edges, marks = given["edges"], given["marks"]  # (b, n, n), (b, n, 2)
    state = ops.pad(marks, [[0, 0], [0, 0], [0, units - marks.shape[-1]]])  # (b, n, units)
    update = Propagation(units, initializer, name="propagation")
    for _ in range(steps):
        state = update(state, edges)
    x = layers.Concatenate(name="state_and_mark")([state, marks])
    x = dense(units, x, initializer, activation="tanh", name="output_hidden")
    x = dense(1, x, initializer, name="logit")  # (b, n, 1)
    return keras.Model(given, layers.Reshape((-1,), name="nodes")(x), name="ggnn")  # (b, n)


class Propagation(layers.Layer):
    """One step: each node sums what comes along its incoming edges, and updates its state as a GRU does.

    Source: Li et al. 2016, Gated graph sequence neural networks, equations 2 to 6, of one type of edges.
    """

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.message = layers.Dense(
            units, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units)
        )
        self.cell = layers.GRUCell(units, kernel_initializer=initializer.kernel())
        self.units = units

    def call(self, state, edges):
        incoming = ops.einsum("bij,biu->bju", edges, self.message(state))  # (b, n, units)
        flat, _ = self.cell(ops.reshape(incoming, (-1, self.units)), ops.reshape(state, (-1, self.units)))
        return ops.reshape(flat, ops.shape(state))


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
