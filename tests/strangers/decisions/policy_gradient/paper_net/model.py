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


def network(inputs, targets, initializer, units, entropy, forget):
    """Logits of a policy."""
    context = keras.Input(inputs.shape, dtype=inputs.dtype, name="context")  # (b, 8)
    x = dense(context, units, initializer, activation="tanh", name="hidden")  # (b, units)
    logits = dense(x, targets.shape[0], initializer, name="logits")  # (b, routes)
    return Reinforce(context, logits, entropy=entropy, forget=forget)


class Reinforce(keras.Model):
    """Learns from the pay of the route that it draws, less a moving baseline."""

    def __init__(self, *args, entropy, forget, **options):
        super().__init__(*args, **options)
        self.entropy, self.forget = entropy, forget
        self.seeds = keras.random.SeedGenerator(0)
        self.baseline = self.add_weight(shape=(), initializer="zeros", trainable=False, name="baseline")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        if not training:
            return super().compute_loss(x, y, y_pred, sample_weight, training=training)
        log_p = ops.log_softmax(y_pred)  # (b, routes)
        drawn = keras.random.categorical(ops.stop_gradient(y_pred), 1, seed=self.seeds)  # (b, 1)
        pay = ops.take_along_axis(y, drawn, axis=-1)[:, 0]  # (b)
        log_drawn = ops.take_along_axis(log_p, drawn, axis=-1)[:, 0]
        gain = pay - self.baseline
        self.baseline.assign(self.forget * self.baseline + (1 - self.forget) * ops.mean(pay))
        spread = -ops.sum(ops.exp(log_p) * log_p, axis=-1)  # entropy, which keeps it trying
        return ops.mean(-ops.stop_gradient(gain) * log_drawn - self.entropy * spread)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
