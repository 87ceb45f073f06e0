"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how many couplings two dimensions need (conf/model: couplings)

Shapes: b batch, d dimensions.
"""

import keras
import numpy as np
from keras import layers, ops


def network(inputs, targets, initializer, couplings, units):
    """The flow from a point to its latent place and the logarithm of its density, which is maximised.

    Args:
        couplings: affine coupling layers; the half that is kept alternates.
        units: of the two hidden layers of each scale and translation.

    Source: Dinh, Sohl-Dickstein and Bengio 2017, equations 4 to 8 and section 3.5.
    """
    point = z = keras.Input(inputs.shape, dtype=inputs.dtype, name="point")  # (b, d)
    log_determinants = []
    for i in range(couplings):
        mask = (np.arange(inputs.shape[-1]) + i) % 2  # 1: kept
        kept = layers.Rescaling(mask.tolist(), name=f"kept_{i}")(z)
        x = dense(kept, units, initializer, activation="relu", name=f"first_{i}")  # (b, units)
        x = dense(x, units, initializer, activation="relu", name=f"second_{i}")
        scale = dense(x, inputs.shape[-1], initializer, activation="tanh", name=f"scale_{i}")  # (b, d)
        translation = dense(x, inputs.shape[-1], initializer, name=f"translation_{i}")  # (b, d)
        z, log_determinant = Coupling(mask, name=f"coupling_{i}")(z, scale, translation)  # (b, d), (b)
        log_determinants.append(log_determinant)
    return keras.Model(point, LogDensity(name="log_density")(z, log_determinants), name="realnvp")  # (b)


class Coupling(layers.Layer):
    """y = mask x + (1 - mask) (x exp(s) + t), and the logarithm of the Jacobian's determinant."""

    def __init__(self, mask, **options):
        super().__init__(**options)
        self.mask = mask.astype("float32")

    def build(self, x_shape, scale_shape, translation_shape):
        self.log_scale = self.add_weight(shape=self.mask.shape, initializer="ones", name="log_scale")

    def call(self, x, scale, translation):
        changed = 1 - self.mask
        scale = self.log_scale * scale * changed
        return self.mask * x + changed * (x * ops.exp(scale) + translation), ops.sum(scale, axis=-1)


class LogDensity(layers.Layer):
    """log N(z; 0, 1) + the sum of the log-determinants; its negative mean is the loss."""

    def call(self, z, log_determinants):
        prior = -0.5 * ops.sum(z**2 + np.log(2 * np.pi), axis=-1)  # (b)
        log_density = prior + sum(log_determinants)
        self.add_loss(-ops.mean(log_density))
        return log_density


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
