"""Dense layers whose weights are -1 or 1 when they are used, and real when they are updated."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, depth):
    image = keras.Input(inputs.shape, name="image")
    x = image
    for i in range(depth):
        x = BinaryDense(units, initializer.kernel(), name=f"hidden_{i}")(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.Activation("relu", name=f"act_{i}")(x)
    x = BinaryDense(targets.classes, initializer.kernel(), name="last")(x)
    x = layers.BatchNormalization(momentum=0.9, name="scores")(x)
    return keras.Model(image, x, name="binary_connect")


class Clip(keras.constraints.Constraint):
    """Real weights stay in -1 … 1: beyond, they would have no effect on the binary ones."""

    def __call__(self, w):
        return ops.clip(w, -1.0, 1.0)


class BinaryDense(layers.Layer):
    """x · sign(W), whose gradient goes to W as if the sign were not there.

    Source: Courbariaux et al. 2015, equation 1 and Algorithm 1.
    """

    def __init__(self, units, initializer, **options):
        super().__init__(**options)
        self.units, self.initializer = units, initializer

    def build(self, shape):
        shape = (shape[-1], self.units)
        self.w = self.add_weight(shape=shape, initializer=self.initializer, constraint=Clip(), name="w")

    def call(self, x):
        binary = ops.where(self.w >= 0, 1.0, -1.0)
        binary = self.w + ops.stop_gradient(binary - self.w)
        return ops.matmul(x, binary)  # (b, units)
