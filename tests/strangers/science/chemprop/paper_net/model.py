import keras
from keras import layers, ops


def network(inputs, targets, initializer, hidden, steps):
    """D-MPNN: hidden states of directed bonds, which hear from the bonds that lead to them, but not from their reverse.

    Source: Yang et al. 2019, Analyzing Learned Molecular Representations for Property Prediction, equations 3 to 8.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
    count, ends = inputs["atoms"].shape[0], given["ends"]
    begins = OneHot(count, name="begins")(ends[:, :, 0])  # (b, e, n)
    leads = OneHot(count, name="leads")(ends[:, :, 1])  # (b, e, n)
    of_begin = ops.matmul(begins, given["atoms"])  # (b, e, 4)
    first = dense(
        hidden, layers.Concatenate()([of_begin, given["bonds"]]), use_bias=False, name="W_i"
    )  # (b, e, hidden)
    states = layers.ReLU()(first)
    message = layers.Dense(
        hidden, use_bias=False, kernel_initializer=initializer.kernel(), name="W_m"
    )  # shared by steps
    for _ in range(steps):
        arriving = ops.matmul(ops.transpose(leads, (0, 2, 1)), states)  # (b, n, hidden), at each atom
        heard = ops.matmul(begins, arriving) - reverse(states)  # (b, e, hidden)
        states = layers.ReLU()(first + message(heard))
    arriving = ops.matmul(ops.transpose(leads, (0, 2, 1)), states)
    atoms = dense(
        hidden, layers.Concatenate()([given["atoms"], arriving]), activation="relu", name="W_a"
    )  # (b, n, hidden)
    there = ops.sum(given["atoms"], axis=-1, keepdims=True)  # 0 of atoms that fill up
    molecule = ops.sum(atoms * there, axis=1)  # (b, hidden)
    x = dense(hidden, molecule, activation="relu", name="readout")
    return keras.Model(given, dense(1, x, name="property"), name="d_mpnn")  # (b, 1)


class OneHot(layers.Layer):
    """Indices to rows of one one, or of none where the index is -1."""

    def __init__(self, count, **options):
        super().__init__(**options)
        self.count = count

    def call(self, indices):
        return ops.one_hot(indices, self.count, dtype="float32")


def reverse(states):
    """Of each directed bond the state of its reverse: 1, 0, 3, 2, …"""
    _, bonds, hidden = states.shape
    pairs = ops.reshape(states, (-1, bonds // 2, 2, hidden))
    return ops.reshape(ops.flip(pairs, axis=2), (-1, bonds, hidden))
