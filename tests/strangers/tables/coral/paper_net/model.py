"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    -

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units):
    """Fully connected layers, and a last one whose tasks share their weights and differ in their biases."""
    x = indicators = keras.Input(inputs.shape, name="indicators")  # (b, 12)
    for i, width in enumerate(units):
        x = dense(width, x, initializer, use_bias=False, name=f"hidden_{i}")
        x = layers.Activation("relu")(layers.BatchNormalization(name=f"norm_{i}")(x))
    logits = Coral(targets.shape[0], initializer.kernel(), name="coral")(x)  # (b, 5)
    return keras.Model(indicators, logits, name="ordinal")


class Coral(layers.Layer):
    """One score a sample and a bias a task, so that the tasks' probabilities cannot cross.

    Source: Cao et al. 2020, section 3.3.
    """

    def __init__(self, tasks, kernel_initializer, **options):
        super().__init__(**options)
        self.tasks, self.kernel_initializer = tasks, kernel_initializer

    def build(self, shape):
        self.kernel = self.add_weight(shape=(shape[-1], 1), initializer=self.kernel_initializer, name="kernel")
        self.bias = self.add_weight(shape=(self.tasks,), initializer="zeros", name="bias")

    def call(self, x):
        return ops.matmul(x, self.kernel) + self.bias  # (b, tasks)


def dense(units, x, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
