"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the depth of the embedding: one layer

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, components, units):
    """An embedding of the patient, and from it weight, shape and scale of each Weibull; to (b, 3, components)."""

    def dense(units, x, activation=None, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    patient = keras.Input(inputs.shape, name="patient")  # (b, 9)
    x = dense(units, patient, "relu6", name="embedding")
    x = layers.Dropout(0.1, name="dropout")(x)
    mixture = layers.Reshape((3, components))(dense(3 * components, x, name="raw"))
    return keras.Model(patient, Base(name="mixture")(mixture), name="survival_machines")  # (b, 3, components)


class Base(layers.Layer):
    """Adds the shape and scale that all patients share to what the network says of one: logits, log shape, log scale."""

    def build(self, shape):
        start = keras.initializers.RandomUniform(-0.5, 1.0, seed=1)
        self.shared = self.add_weight(shape=(2, shape[-1]), initializer=start, name="shared")

    def call(self, x):
        return ops.concatenate([x[:, :1], self.shared + ops.tanh(x[:, 1:])], axis=1)
