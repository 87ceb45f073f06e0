import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, depth):
    """The tensor basis network: b = sum of g_n(invariants) T_n, whose frame is that of the gradient.

    Source: Ling, Kurzawski and Templeton 2016, Figure 2 and equations 5 to 7.
    """

    def dense(x, width, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    gradient = keras.Input(inputs.shape, dtype=inputs.dtype, name="gradient")  # (b, 3, 3)
    basis = Basis(name="basis")(gradient)  # (b, n, 3, 3)
    x = Invariants(name="invariants")(gradient)  # (b, 5)
    for i in range(depth):
        x = dense(x, units, activation="leaky_relu", name=f"hidden_{i}")  # (b, units)
    g = dense(x, basis.shape[1], name="coefficients")  # (b, n)
    return keras.Model(gradient, Combine(name="anisotropy")([g, basis]), name="tensor_basis")  # (b, 3, 3)


def strain_and_rotation(a):
    t = ops.transpose(a, (0, 2, 1))
    return (a + t) / 2, (a - t) / 2


class Invariants(layers.Layer):
    """The five invariants of strain and rotation, brought to about 1 by their logarithm."""

    def call(self, a):
        s, r = strain_and_rotation(a)
        s2, r2 = ops.matmul(s, s), ops.matmul(r, r)
        products = [s2, r2, ops.matmul(s2, s), ops.matmul(r2, s), ops.matmul(r2, s2)]
        x = ops.stack([ops.trace(p, axis1=1, axis2=2) for p in products], axis=-1)
        return ops.sign(x) * ops.log1p(ops.abs(x))


class Basis(layers.Layer):
    """The first six of Pope's ten tensors."""

    def call(self, a):
        s, r = strain_and_rotation(a)
        s2, r2 = ops.matmul(s, s), ops.matmul(r, r)

        def deviator(m):
            return m - ops.trace(m, axis1=1, axis2=2)[:, None, None] * ops.eye(3, dtype=m.dtype) / 3

        return ops.stack(
            [
                s,
                ops.matmul(s, r) - ops.matmul(r, s),
                deviator(s2),
                deviator(r2),
                ops.matmul(r, s2) - ops.matmul(s2, r),
                deviator(ops.matmul(r2, s) + ops.matmul(s, r2)),
            ],
            axis=1,
        )

    def compute_output_shape(self, shape):
        return (shape[0], 6, 3, 3)


class Combine(layers.Layer):
    def call(self, inputs):
        g, basis = inputs
        return ops.einsum("bn,bnij->bij", g, basis)
