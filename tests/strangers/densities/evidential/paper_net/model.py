"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the activation that makes evidence: softplus, where the paper has a relu, whose units may die
    - how fast the weight of the KL grows where an epoch is 38 steps: to a half, in 30 epochs

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, filters, units, dropout):
    """A LeNet in small, whose outputs are the evidence for each class.

    Args:
        filters, units: width of the convolution and of the hidden layer.
        dropout: share of the hidden units.

    Source: Sensoy, Kaplan & Kandemir 2018, Evidential Deep Learning to Quantify Classification Uncertainty.
    """
    image = keras.Input(inputs.shape, dtype=inputs.dtype, name="image")  # (b, 8, 8, 1)
    x = layers.Conv2D(
        filters,
        3,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=9),
        name="conv",
    )(image)  # (b, 6, 6, filters)
    x = layers.MaxPooling2D(name="pool")(x)  # (b, 3, 3, filters)
    x = layers.Flatten(name="flatten")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    x = layers.Dense(units, activation="relu", kernel_initializer=kernel, bias_initializer=bias, name="hidden")(x)
    x = layers.Dropout(dropout, seed=0, name="dropout")(x)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
    evidence = layers.Dense(
        targets.classes, activation="softplus", kernel_initializer=kernel, bias_initializer=bias, name="evidence"
    )(x)  # (b, classes), >= 0
    return keras.Model(image, evidence, name="evidential")
