"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - the width of the kernel in MMD: 1 after the representation is normalised

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, alpha):
    """CFR: phi of the covariates, penalised by the MMD of treated and control, then one head an arm; to (b, 2)."""

    def dense(units, x, activation="elu", name=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    x = covariates = keras.Input(inputs["covariates"].shape, name="covariates")
    treated = keras.Input(inputs["treated"].shape, name="treated")
    for _ in range(2):
        x = dense(units, x)  # (b, units)
    phi = layers.UnitNormalization(name="phi")(x)
    phi = Balance(alpha, name="balance")([phi, treated])
    arms = []
    for arm in ("control", "treatment"):
        x = dense(units, phi)
        arms.append(dense(1, dense(units, x), None, name=arm))  # (b, 1)
    outcomes = layers.Concatenate(name="outcomes")(arms)  # (b, 2)
    return keras.Model({"covariates": covariates, "treated": treated}, outcomes, name="cfr")


class Balance(layers.Layer):
    """Hands phi through, and adds alpha times the squared MMD (Gaussian kernel) of the two arms in the batch."""

    def __init__(self, alpha, **options):
        super().__init__(**options)
        self.alpha = alpha

    def call(self, pair):
        phi, treated = pair
        square = ops.sum(phi**2, -1)
        distance = square[:, None] + square[None] - 2 * ops.matmul(phi, ops.transpose(phi))  # (b, b)
        kernel = ops.exp(-distance / 2)
        p = treated / ops.maximum(ops.sum(treated), 1.0)  # (b, 1)
        q = (1 - treated) / ops.maximum(ops.sum(1 - treated), 1.0)
        self.add_loss(self.alpha * ops.sum((p - q) * ops.matmul(kernel, p - q)))
        return phi
