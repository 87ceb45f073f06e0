"""YOURS. What learns. b batch."""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Keypoints (b, 10, 2) to a rotation (b, 3, 3)."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = layers.Flatten(name="flatten")(image)  # (b, 20)
    for i, width in enumerate(units):
        x = dense(width, x, activation="leaky_relu", name=f"hidden_{i}")
    x = dense(6, x, name="six")  # (b, 6)
    return keras.Model(image, GramSchmidt(name="rotation")(x), name="rotation6d")


class GramSchmidt(layers.Layer):
    """Six numbers to a rotation matrix: two columns made orthonormal, the third is their cross product.

    Source: Zhou et al. 2019, arXiv 1812.07035, equation 15.
    """

    def call(self, six):
        a1, a2 = six[:, :3], six[:, 3:]  # (b, 3)
        b1 = unit(a1)
        b2 = unit(a2 - ops.sum(b1 * a2, axis=-1, keepdims=True) * b1)
        b3 = ops.cross(b1, b2)
        return ops.stack([b1, b2, b3], axis=-1)  # (b, 3, 3), columns

    def compute_output_shape(self, shape):
        return (shape[0], 3, 3)


def unit(v):
    return v / ops.sqrt(ops.sum(ops.square(v), axis=-1, keepdims=True) + 1e-8)
