import keras
from keras import layers, ops


def network(inputs, targets, initializer, radius, features, length, degrees):
    """Neural graph fingerprints, and a small network on top.

    Source: Duvenaud et al. 2015, Algorithm 2.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    atoms = keras.Input(inputs["atoms"].shape, name="atoms")  # (b, m, 4)
    bonds = keras.Input(inputs["bonds"].shape, name="bonds")  # (b, m, m)
    there = ops.sum(atoms, axis=-1, keepdims=True)  # (b, m, 1), 0 where it is filled up
    degree = ops.one_hot(ops.cast(ops.sum(bonds, axis=-1), "int32"), degrees + 1)  # (b, m, degrees + 1)

    def fingerprint(r, name):
        i = layers.Softmax(axis=-1)(dense(r, length, name=name))  # (b, m, length)
        return ops.sum(i * there, axis=1)  # (b, length)

    r, prints = atoms, [fingerprint(atoms, "print_0")]
    for i in range(1, radius + 1):
        v = r + ops.matmul(bonds, r)  # (b, m, features)
        by_degree = dense(v, (degrees + 1) * features, name=f"hidden_{i}")  # a matrix for each degree
        by_degree = layers.Reshape((*by_degree.shape[1:-1], degrees + 1, features))(by_degree)
        r = ops.tanh(ops.einsum("bmd,bmdf->bmf", degree, by_degree))  # (b, m, features)
        prints.append(fingerprint(r, f"print_{i}"))
    x = layers.Add(name="fingerprint")(prints)  # (b, length)
    x = dense(x, 32, activation="relu", name="head")  # (b, 32)
    return keras.Model({"atoms": atoms, "bonds": bonds}, dense(x, 1, name="logit"), name="neural_fingerprint")  # (b, 1)
