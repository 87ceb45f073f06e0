import keras
from keras import layers, ops


def network(inputs, targets, initializer, embedding, units):
    """Binary Tree-LSTM: from tokens and children, all (b, nodes), to the logits of each node's value (b, nodes, 4).

    Args:
        embedding: of a token.
        units: of a node's state and memory.

    Source: Tai et al. 2015, Section 3.2, N-ary Tree-LSTM with N = 2.
    """
    given = {n: keras.Input(i.shape, dtype=i.dtype, name=n) for n, i in inputs.items()}
    x = layers.Embedding(inputs["token"].classes, embedding, name="embedding")(given["token"])  # (b, nodes, embedding)
    h = TreeLSTM(units, initializer, name="tree")(x, given["left"], given["right"])  # (b, nodes, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    logits = layers.Dense(targets.classes, kernel_initializer=kernel, bias_initializer=bias, name="value")(h)
    return keras.Model(given, logits, name="tree_lstm")  # (b, nodes, 4)


class TreeLSTM(layers.Layer):
    """A node's state from its token and both its children's, each with a forget gate of its own; children come first."""

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, shape, *_):
        fan_in = shape[-1] + 2 * self.units
        self.kernel = self.add_weight(
            shape=(fan_in, 5 * self.units), initializer=self.initializer.kernel(), name="kernel"
        )
        self.bias = self.add_weight(
            shape=(5 * self.units,), initializer=self.initializer.bias(fan_in=fan_in), name="bias"
        )

    def call(self, x, left, right):
        nothing = ops.zeros_like(x[:, 0, :1]) * ops.zeros((1, self.units))  # (b, units)
        hs, cs = [nothing], [nothing]
        for t in range(x.shape[1]):
            h, c = ops.stack(hs, axis=1), ops.stack(cs, axis=1)  # (b, t + 1, units)
            of_left, of_right = (
                ops.one_hot(child[:, t], t + 1, dtype=h.dtype) for child in (left, right)
            )  # (b, t + 1)
            h_left, c_left = (ops.einsum("bt,btu->bu", of_left, state) for state in (h, c))
            h_right, c_right = (ops.einsum("bt,btu->bu", of_right, state) for state in (h, c))
            z = ops.matmul(ops.concatenate([x[:, t], h_left, h_right], axis=-1), self.kernel) + self.bias
            i, o, f_left, f_right, u = ops.split(z, 5, axis=-1)
            c = ops.sigmoid(i) * ops.tanh(u) + ops.sigmoid(f_left) * c_left + ops.sigmoid(f_right) * c_right
            hs.append(ops.sigmoid(o) * ops.tanh(c))
            cs.append(c)
        return ops.stack(hs[1:], axis=1)

    def compute_output_shape(self, shape, *_):
        return (*shape[:-1], self.units)
