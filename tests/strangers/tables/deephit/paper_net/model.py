"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the activation of the hidden layers: relu

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, shared, specific, rate, causes=2, intervals=12):
    """DeepHit: covariates → P(cause, interval of the first event).

    Source: Lee et al. 2018, Figure 2.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    covariates = keras.Input(inputs.shape, dtype=inputs.dtype, name="covariates")  # (b, 8)
    x = dense(shared, covariates, activation="relu", name="shared")
    x = layers.Dropout(rate, name="dropout")(x)
    x = layers.Concatenate(name="with_covariates")([x, covariates])  # (b, shared + 8), the residual connection
    logits = []
    for k in range(causes):
        h = dense(specific, x, activation="relu", name=f"cause_{k}")
        logits.append(dense(intervals, h, name=f"times_{k}"))  # (b, intervals)
    x = layers.Concatenate(name="all")(logits)  # (b, causes * intervals)
    x = layers.Softmax(name="softmax")(x)
    return keras.Model(covariates, layers.Reshape((causes, intervals), name="joint")(x), name="deephit")
