"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, regularizers


def network(inputs, targets, initializer, units, noise, dropout, penalty):
    """Two hidden layers under noise on the input, dropout and L2: there are few patients."""

    def dense(units, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    panel = keras.Input(inputs.shape, dtype=inputs.dtype, name="panel")  # (b, genes)
    x = layers.GaussianNoise(noise, name="noise")(panel)
    for i, width in enumerate(units):
        x = dense(width, x, activation="selu", kernel_regularizer=regularizers.L2(penalty), name=f"hidden_{i}")
        x = layers.AlphaDropout(dropout, name=f"drop_{i}")(x)  # (b, width)
    return keras.Model(panel, dense(targets.classes, x, name="logits"), name="gene_panel")  # (b, classes)
