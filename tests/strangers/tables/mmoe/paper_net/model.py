"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - a bias in the gates: none, as in equation 7

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, experts, units, tower):
    """MMoE: of each task, its gate's mixture of the shared experts, then its tower.

    Source: Ma et al. 2018, Section 4.2.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = keras.Input(inputs.shape, dtype=inputs.dtype, name="x")  # (b, 12)
    outputs = [dense(units, x, activation="relu", name=f"expert_{i}") for i in range(experts)]
    stacked = Stack(name="experts")(outputs)  # (b, experts, units)
    predictions = {}
    for task in targets:
        gate = dense(experts, x, use_bias=False, activation="softmax", name=f"gate_{task}")  # (b, experts)
        mixed = layers.Dot(axes=(1, 1), name=f"mixed_{task}")([gate, stacked])  # (b, units)
        h = dense(tower, mixed, activation="relu", name=f"tower_{task}")
        predictions[task] = dense(targets[task].shape[-1], h, name=task)  # (b, 1)
    return keras.Model(x, predictions, name="mmoe")


class Stack(layers.Layer):
    def call(self, outputs):
        return ops.stack(outputs, axis=1)
