"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the weight of the treatment's loss: 1

Shapes: b batch.
"""

import keras
from keras import layers


def network(inputs, targets, initializer, units, head_units, depth):
    """Dragonnet: covariates → representation → outcome under each treatment, and the treatment's logit.

    Source: Shi et al. 2019, Section 2.
    """

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    x = covariates = keras.Input(inputs["covariates"].shape, name="covariates")  # (b, 10)
    treatment = keras.Input(inputs["treatment"].shape, name="treatment")  # (b, 1)
    for i in range(depth):
        name = "representation" if i == depth - 1 else f"shared_{i}"
        x = dense(units, x, activation="elu", name=name)  # (b, units)

    treated = dense(1, x, name="treated")  # (b, 1)

    def head(arm):
        h = dense(head_units, x, activation="elu", name=f"{arm}_0")
        h = dense(head_units, h, activation="elu", name=f"{arm}_1")  # (b, head_units)
        return dense(1, h, name=arm)  # (b, 1)

    outcome = Factual(name="outcome")(treatment, head("control"), head("treatment_arm"))  # (b, 1)
    return keras.Model(
        {"covariates": covariates, "treatment": treatment}, {"outcome": outcome, "treated": treated}, name="dragonnet"
    )


class Factual(layers.Layer):
    """The outcome of the treatment asked for."""

    def call(self, treatment, control, treated):
        return treatment * treated + (1 - treatment) * control
