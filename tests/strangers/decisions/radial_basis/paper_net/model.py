"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import math

import keras
from keras import layers, ops

from .data import centres as clusters


def network(inputs, targets, initializer, centres, width):
    """Gaussian bumps around clusters of the data, and a linear layer."""
    angles = keras.Input(inputs.shape, dtype=inputs.dtype, name="angles")  # (b, 3)
    places = clusters(centres, train=1500, held_out=500, noise=0.02, seed=0)
    x = RadialBasis(places, width, name="bumps")(angles)  # (b, centres)
    x = layers.Concatenate(name="bumps_and_angles")([x, angles])
    hand = layers.Dense(targets.shape[0], kernel_initializer=initializer.kernel(), name="hand")(x)  # (b, 2)
    return keras.Model(angles, hand, name="radial_basis")


class RadialBasis(layers.Layer):
    """exp(-|x - centre|² / (2 width²)); centres stay, each width is learnt as its logarithm."""

    def __init__(self, places, width, **options):
        super().__init__(**options)
        self.places, self.width = places, width

    def build(self, shape):
        start = keras.initializers.Constant(math.log(self.width))
        self.centres = self.add_weight(shape=self.places.shape, trainable=False, name="centres")
        self.centres.assign(self.places)
        self.log_width = self.add_weight(shape=(len(self.places),), initializer=start, name="log_width")

    def call(self, x):
        square = ops.sum((ops.expand_dims(x, 1) - self.centres) ** 2, axis=-1)  # (b, centres)
        return ops.exp(-square / (2 * ops.exp(2 * self.log_width)))
