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


def network(inputs, targets, initializer, units, alpha):
    """Fully connected, trained on mixed samples; from (b, 20) to logits (b, 4)."""
    x = table = keras.Input(inputs.shape, dtype=inputs.dtype, name="table")
    for i in range(2):
        x = layers.Dense(units, "relu", kernel_initializer=initializer.kernel(), name=f"hidden_{i}")(x)
    x = layers.Dense(targets.classes, kernel_initializer=initializer.kernel(), name="logits")(x)
    model = Mixup(table, x, name="mixup")
    model.alpha, model.random = alpha, keras.random.SeedGenerator(17)
    return model


class Mixup(keras.Model):
    """Learns from lam of a sample and 1 - lam of another one, and from their labels in the same shares.

    Source: Zhang et al. 2018, arXiv 1710.09412, equation 1 and Figure 1a.
    """

    def train_step(self, data):
        x, y, weight = keras.utils.unpack_x_y_sample_weight(data)
        y = ops.one_hot(y, self.output_shape[-1])
        lam = keras.random.beta((), self.alpha, self.alpha, seed=self.random)
        other = keras.random.shuffle(ops.arange(ops.shape(x)[0]), seed=self.random)
        x = lam * x + (1 - lam) * ops.take(x, other, axis=0)
        y = lam * y + (1 - lam) * ops.take(y, other, axis=0)
        return super().train_step((x, y) if weight is None else (x, y, weight))
