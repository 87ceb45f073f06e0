import keras
import numpy as np
from keras import layers, ops


def coefficients(free, offsets):
    """Coefficients (b, n) of a first derivative, exact for straight lines whatever `free` (b, n-2) is."""
    constraints = np.vander(offsets, 2, increasing=True).T  # (2, n)
    particular = np.linalg.pinv(constraints) @ np.array([0.0, 1.0])  # (n)
    _, _, directions = np.linalg.svd(constraints)  # (n, n), the last n - 2 rows lie in the null space
    null_space = directions[2:]  # (n-2, n)
    return ops.cast(particular, free.dtype) + ops.matmul(free, ops.cast(null_space, free.dtype))  # (b, n)


class Stencil(layers.Layer):
    """The derivative as a weighted sum of the values, by coefficients that depend on them."""

    def __init__(self, offsets, **kwargs):
        super().__init__(**kwargs)
        self.offsets = offsets

    def call(self, values, free):
        return ops.sum(coefficients(free, self.offsets) * values, axis=-1, keepdims=True)  # (b, 1)


def network(inputs, targets, initializer, offsets, units):
    """From the values at the stencil to its coefficients, and from these to the derivative."""
    values = keras.Input(inputs.shape, dtype=inputs.dtype, name="values")  # (b, n)
    mean = layers.Lambda(lambda v: ops.mean(v, axis=-1, keepdims=True), name="mean")(values)
    x = layers.Subtract(name="centred")([values, mean])
    for name, width, activation in (
        ("first", units, "relu"),
        ("second", units, "relu"),
        ("free", len(offsets) - 2, None),
    ):
        x = layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    return keras.Model(values, Stencil(offsets, name="derivative")(values, x), name="stencil")
