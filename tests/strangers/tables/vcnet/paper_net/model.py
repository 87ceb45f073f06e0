"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch, k functions of the spline's basis, i and o units.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, knots, bins):
    """VCNet: outcome and density of the dose, from one representation.

    Source: Nie et al. 2021, Section 3.
    """
    covariates = keras.Input(inputs["covariates"].shape, name="covariates")  # (b, 6)
    dose = keras.Input(inputs["dose"].shape, name="dose")  # (b, 1)
    z = dense(units, covariates, initializer, activation="relu", name="shared_0")
    z = dense(units, z, initializer, activation="relu", name="shared_1")  # (b, units)
    grid = dense(bins + 1, z, initializer, activation="softmax", name="grid")  # (b, bins + 1)
    density = Interpolation(bins, name="density")(grid, dose)  # (b, 1)
    y = VaryingDense(units, knots, initializer, activation="relu", name="varying_0")(z, dose)
    outcome = VaryingDense(1, knots, initializer, name="outcome")(y, dose)  # (b, 1)
    return keras.Model({"covariates": covariates, "dose": dose}, {"outcome": outcome, "density": density}, name="vcnet")


class Interpolation(layers.Layer):
    """The density at the dose, between the two nearest points of an even grid over 0 … 1."""

    def __init__(self, bins, **options):
        super().__init__(**options)
        self.bins = bins

    def call(self, grid, dose):
        place = ops.arange(self.bins + 1, dtype=grid.dtype)
        weight = ops.relu(1 - ops.abs(self.bins * dose - place))  # (b, bins + 1), a tent about each point
        return self.bins * ops.sum(grid * weight, axis=-1, keepdims=True)  # (b, 1)


class VaryingDense(layers.Layer):
    """A dense layer whose weights are splines of the dose: theta(t) = sum over k of theta_k phi_k(t)."""

    def __init__(self, units, knots, initializer, activation=None, **options):
        super().__init__(**options)
        self.units, self.knots, self.initializer = units, knots, initializer
        self.activation = keras.activations.get(activation)

    def build(self, x_shape, dose_shape):
        functions = 3 + len(self.knots)
        self.kernel = self.add_weight(
            shape=(functions, x_shape[-1], self.units), initializer=self.initializer.kernel(), name="kernel"
        )
        bias = self.initializer.bias(fan_in=x_shape[-1])
        self.bias = self.add_weight(shape=(functions, self.units), initializer=bias, name="bias")

    def call(self, x, dose):
        powers = [ops.ones_like(dose), dose, dose**2]
        pieces = [ops.relu(dose - knot) ** 2 for knot in self.knots]  # truncated: nothing before its knot
        phi = ops.concatenate(powers + pieces, axis=-1)  # (b, k)
        return self.activation(ops.einsum("bk,bi,kio->bo", phi, x, self.kernel) + ops.matmul(phi, self.bias))


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
