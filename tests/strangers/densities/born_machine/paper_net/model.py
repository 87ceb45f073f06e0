import keras
from keras import layers, ops


def network(inputs, targets, initializer, bond):
    """A matrix product state, whose squared amplitude is the probability of an image."""
    bits = keras.Input(inputs.shape, dtype=inputs.dtype, name="bits")
    return keras.Model(bits, ProductState(bond, name="state")(bits), name="born_machine")  # (b)


class ProductState(layers.Layer):
    """log p(v) = log |psi(v)|² - log Z, psi(v) = e A1[v1] … An[vn] e; Z is contracted exactly.

    Args:
        bond: dimension of the matrices.

    Source: Han et al. 2018, Unsupervised Generative Modeling Using Matrix Product States, equations 1 to 3.
    """

    def __init__(self, bond, **options):
        super().__init__(**options)
        self.bond = bond

    def build(self, shape):
        self.a = self.add_weight(
            shape=(shape[-1], 2, self.bond, self.bond),
            initializer=keras.initializers.RandomNormal(stddev=0.7 / self.bond**0.5),
            name="a",
        )

    def call(self, bits):
        chosen = ops.cast(ops.one_hot(bits, 2), self.a.dtype)  # (b, n, 2)
        left = ops.one_hot(ops.zeros_like(bits[:, 0]), self.bond)  # (b, bond)
        environment = ops.eye(self.bond)[:, :1] * ops.eye(self.bond)[:1]  # (bond, bond)
        log_psi, log_z = 0.0, 0.0
        for site in range(bits.shape[-1]):
            left = ops.einsum("bi,vij,bv->bj", left, self.a[site], chosen[:, site])
            norm = ops.sqrt(ops.sum(left**2, axis=-1, keepdims=True) + 1e-20)
            left, log_psi = left / norm, log_psi + ops.log(norm[:, 0])
            environment = ops.einsum("ij,vik,vjl->kl", environment, self.a[site], self.a[site])
            trace = ops.trace(environment)
            environment, log_z = environment / trace, log_z + ops.log(trace)
        log_psi = log_psi + 0.5 * ops.log(left[:, 0] ** 2 + 1e-12)
        return 2 * log_psi - log_z - ops.log(environment[0, 0])  # (b)
