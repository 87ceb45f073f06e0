"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, filters, blocks, last):
    """A residual network of `blocks` blocks; from (b, 8, 8, 1) to logits (b, 10)."""
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")
    x = conv(image, filters, initializer, "stem")  # (b, 8, 8, filters)
    x = layers.ReLU(name="stem_relu")(x)
    for i in range(blocks):
        survival = 1 - (i + 1) / blocks * (1 - last)  # linear decay, equation 4
        branch = layers.ReLU(name=f"block_{i}_relu")(conv(x, filters, initializer, f"block_{i}_a"))
        branch = conv(branch, filters, initializer, f"block_{i}_b")
        x = layers.Add(name=f"block_{i}_add")([x, Survives(survival, name=f"block_{i}_survives")(branch)])
        x = layers.ReLU(name=f"block_{i}_out")(x)
        if i == blocks // 2 - 1:
            x = layers.AveragePooling2D(2, name="pool")(x)  # (b, 4, 4, filters)
    x = layers.GlobalAveragePooling2D(name="mean")(x)
    return keras.Model(image, layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x))


def conv(x, filters, initializer, name):
    options = {"padding": "same", "use_bias": False, "kernel_initializer": initializer.kernel()}
    x = layers.Conv2D(filters, 3, name=f"{name}_conv", **options)(x)
    return layers.BatchNormalization(momentum=0.9, name=f"{name}_norm")(x)


class Survives(layers.Layer):
    """A branch that is there with a probability, for a whole batch; at inference it counts by that probability.

    Source: Huang et al. 2016, arXiv 1603.09382, equations 2 and 5.
    """

    def __init__(self, survival, **options):
        super().__init__(**options)
        self.survival, self.random = survival, keras.random.SeedGenerator()

    def call(self, branch, training=False):
        if not training:
            return self.survival * branch
        there = keras.random.uniform((), seed=self.random) < self.survival
        return ops.cast(there, branch.dtype) * branch
