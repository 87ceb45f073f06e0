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

from .data import earned


def network(inputs, targets, initializer, units, temperature, largest):
    """A policy and a value function, each a network of its own."""
    state = keras.Input(inputs.shape, dtype=inputs.dtype, name="state")  # (b, 5)
    outputs = {}
    for name in ("action", "value"):
        x = state
        for i in range(2):
            x = dense(x, units, initializer, activation="silu", name=f"{name}_{i}")  # (b, units)
        outputs[name] = dense(x, targets[name].shape[0], initializer, name=name)  # (b, 2), (b, 1)
    return AdvantageWeighted(state, outputs, temperature=temperature, largest=largest)


class AdvantageWeighted(keras.Model):
    """Regresses to logged actions with weights exp(advantage / temperature); Peng et al. 2019, equation 9."""

    def __init__(self, *args, temperature, largest, **options):
        super().__init__(*args, **options)
        self.temperature, self.largest = temperature, largest
        self.earned = keras.metrics.Mean(name="earned")  # by what the policy does, in the plant

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        advantage = ops.stop_gradient(y["value"] - y_pred["value"])[:, 0]  # (b)
        weight = ops.minimum(ops.exp(advantage / self.temperature), self.largest)
        weights = {"action": weight, "value": ops.ones_like(weight)}
        return super().compute_loss(x, y, y_pred, weights, training=training)

    def compute_metrics(self, x, y, y_pred, sample_weight=None):
        self.earned.update_state(earned(x, y_pred["action"]))
        return super().compute_metrics(x, y, y_pred, sample_weight)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
