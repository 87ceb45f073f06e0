"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; of several `inputs["image"].shape`), `initializer`, and the file's
own arguments; it returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, penalty):
    """A score from the applicant; the group is only there for the penalty."""
    applicant = keras.Input(inputs["applicant"].shape, name="applicant")  # (b, 6)
    group = keras.Input(inputs["group"].shape, name="group")  # (b, 1)
    x = applicant
    for i in range(2):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=f"hidden_{i}")(x)
        x = layers.BatchNormalization(momentum=0.9, name=f"norm_{i}")(x)
        x = layers.LeakyReLU(negative_slope=0.1, name=f"leaky_{i}")(x)  # (b, units)
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    logit = layers.Dense(1, kernel_initializer=kernel, bias_initializer=bias, name="logit")(x)  # (b, 1)
    model = Fair({"applicant": applicant, "group": group}, logit, name="lending")
    model.penalty = penalty
    return model


class Fair(keras.Model):
    """Adds the squared difference of the groups' mean probabilities, in the batch, to the loss."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.gap = keras.metrics.Mean(name="gap")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        loss = super().compute_loss(x, y, y_pred, sample_weight, training)
        p, second = ops.sigmoid(y_pred), x["group"]
        means = [ops.sum(p * group) / ops.maximum(ops.sum(group), 1.0) for group in (1 - second, second)]
        gap = means[1] - means[0]
        self.gap.update_state(ops.abs(gap))
        return loss + self.penalty * gap**2
