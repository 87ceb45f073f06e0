"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - nothing

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, heads):
    """Each frame's joints are weighed and pooled, the frames are read in both directions."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    clip = keras.Input(inputs.shape, dtype=inputs.dtype, name="clip")  # (b, t, j, 3)
    x = OfJoint(units, name="which_joint")(dense(units, clip, name="joint"))  # (b, t, j, units)
    x = layers.LayerNormalization(name="norm")(dense(units, x, activation="gelu", name="joint_mlp"))
    scores = dense(heads, x, name="scores")  # (b, t, j, heads)
    x = WeighJoints(name="weighed")(x, scores, clip[..., 2:])  # (b, t, heads * units)
    gru = layers.GRU(units, kernel_initializer=initializer.kernel())
    x = layers.Bidirectional(gru, name="frames")(x)  # (b, 2 units)
    return keras.Model(clip, dense(targets.shape[-1], x, name="logits"), name="movements")  # (b, 5)


class OfJoint(layers.Layer):
    """Adds a vector of each joint's own: which one it is."""

    def __init__(self, units, **options):
        super().__init__(**options)
        self.units = units

    def build(self, shape):
        self.own = self.add_weight(shape=(shape[-2], self.units), initializer="random_normal", name="own")

    def call(self, x):
        return x + self.own


class WeighJoints(layers.Layer):
    """Attention over the joints of each frame that were seen, by several heads."""

    def call(self, x, scores, seen):
        weights = ops.softmax(scores + 1e9 * (seen - 1), axis=-2)  # (b, t, j, heads): lost joints have none
        pooled = ops.einsum("btjh,btju->bthu", weights, x)  # (b, t, heads, units)
        return ops.reshape(pooled, (-1, x.shape[1], scores.shape[-1] * x.shape[-1]))

    def compute_output_shape(self, x_shape, scores_shape, seen_shape):
        return (*x_shape[:2], scores_shape[-1] * x_shape[-1])
