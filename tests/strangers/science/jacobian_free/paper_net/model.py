"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, lipschitz, iterations):
    """An implicit network: the fixed point of one layer, read out linearly.

    Args:
        units: of the state.
        lipschitz: of the layer in its state, below 1, in the maximum norm.
        iterations: of the search for the fixed point.

    Source: Fung et al. 2022, JFB: Jacobian-free backpropagation for implicit networks, Algorithm 1.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    z = FixedPoint(units, lipschitz, iterations, initializer, name="fixed_point")(image)  # (b, units)
    options = {"kernel_initializer": initializer.kernel(), "bias_initializer": initializer.bias(fan_in=units)}
    return keras.Model(image, layers.Dense(targets.classes, name="logits", **options)(z), name="implicit")


class FixedPoint(layers.Layer):
    """z = tanh(z W + x U + b). Found without a gradient; one more application of the layer has it."""

    def __init__(self, units, lipschitz, iterations, initializer, **options):
        super().__init__(**options)
        self.units, self.lipschitz, self.iterations = units, lipschitz, iterations
        self.initializer = initializer

    def build(self, shape):
        fan_in = shape[-1]
        self.w = self.add_weight(shape=(self.units, self.units), initializer=self.initializer.kernel(), name="w")
        self.u = self.add_weight(shape=(fan_in, self.units), initializer=self.initializer.kernel(), name="u")
        self.b = self.add_weight(shape=(self.units,), initializer=self.initializer.bias(fan_in=fan_in), name="b")

    def call(self, x):
        norm = ops.max(ops.sum(ops.abs(self.w), axis=0))
        w = self.w * ops.minimum(1.0, self.lipschitz / norm)
        injected = ops.matmul(x, self.u) + self.b  # (b, units)

        def step(z):
            return ops.tanh(ops.matmul(z, w) + injected)

        z = ops.zeros_like(injected)
        for _ in range(self.iterations):
            z = step(z)
        z = ops.stop_gradient(z)
        return step(z)  # (b, units)
