"""YOURS. What learns, block by block, with the shape at the end of each line where it changes.

Contract: a builder, named by `_target_` in conf/model/NAME.yaml, is called with `inputs` and `targets` (as declared in
conf/data: `.shape`, `.dtype`, `.kind`, `.classes`; nested as there), `initializer`, and the file's own arguments; it
returns an uncompiled keras.Model. Every layer asks `initializer` for a kernel and a bias of its own:

    layers.Dense(10, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=x.shape[-1]))

A block that is not written yet raises NotImplementedError.

What the paper leaves open, and what is guessed:
    - how often the target is copied here: once an epoch of 125 updates

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, discount):
    """Q(s, a), and a target network of the same shape."""
    tensors = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    values = values_of_actions(inputs, initializer, units, "values")
    chosen = ops.one_hot(tensors["action"], inputs["action"].classes)  # (b, actions)
    value = ops.sum(values(tensors["state"]) * chosen, axis=-1)  # (b)
    target = values_of_actions(inputs, initializer, units, "target")
    target.set_weights(values.get_weights())
    return FittedQ(tensors, value, values, target, discount)


def values_of_actions(inputs, initializer, units, name):
    x = state = keras.Input(inputs["state"].shape)
    for i in range(2):
        x = dense(x, units, initializer, activation="relu", name=f"hidden_{i}")  # (b, units)
    return keras.Model(state, dense(x, inputs["action"].classes, initializer, name="q"), name=name)  # (b, actions)


class FittedQ(keras.Model):
    """Learns from reward + discount * max Q_target(next); Mnih et al. 2015, algorithm 1."""

    def __init__(self, tensors, value, values, target, discount, **options):
        super().__init__(tensors, value, **options)
        self.values, self.target, self.discount = values, target, discount
        self.target.trainable = False

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        best = ops.max(self.target(x["next"]), axis=-1)  # (b)
        goal = y[:, 0] + self.discount * (1 - x["done"]) * best
        return super().compute_loss(x, ops.stop_gradient(goal), y_pred, sample_weight, training=training)

    def copy_to_target(self):
        for mine, its in zip(self.values.weights, self.target.weights, strict=True):
            its.assign(mine)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
