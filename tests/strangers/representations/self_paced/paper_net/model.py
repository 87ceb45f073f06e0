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


def network(inputs, targets, initializer, units):
    """Fully connected; from (b, 10) to (b, 1)."""
    x = place = keras.Input(inputs.shape, dtype=inputs.dtype, name="place")
    for i in range(2):
        x = layers.Dense(units, "elu", kernel_initializer=initializer.kernel(), name=f"hidden_{i}")(x)
    x = layers.Dense(1, kernel_initializer=initializer.kernel(), name="value")(x)
    model = SelfPaced(place, x, name="self_paced")
    model.share = keras.Variable(1.0, trainable=False, name="share")  # callbacks.Pace sets it
    return model


class SelfPaced(keras.Model):
    """Learns, in each batch, from the share of samples that it finds easiest."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        if training:
            error = ops.mean(ops.abs(y - y_pred), axis=-1)  # (b)
            limit = ops.quantile(error, ops.convert_to_tensor(self.share))
            easy = ops.cast(error <= limit, y_pred.dtype)
            easy = ops.stop_gradient(easy / ops.mean(easy))
            sample_weight = easy if sample_weight is None else sample_weight * easy
        return super().compute_loss(x=x, y=y, y_pred=y_pred, sample_weight=sample_weight, training=training)
