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


def network(inputs, targets, initializer, effect, units):
    """Objects and relations: an effect of each pair, summed at its receiver, then each object's answer.

    Source: Battaglia et al. 2016, Interaction networks for learning about objects, relations and physics, equation 2.
    """

    def dense(x, width, name, activation=None):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    objects = keras.Input(inputs.shape, dtype=inputs.dtype, name="objects")  # (b, n, 6)
    pairs = Marshal(name="marshal")(objects)  # (b, n, n - 1, 12)
    x = dense(pairs, units, "relation_0", "relu")
    x = dense(x, units, "relation_1", "relu")
    effects = dense(x, effect, "effects")  # (b, n, n - 1, effect)
    effects = layers.Lambda(lambda e: ops.sum(e, axis=2), name="aggregate")(effects)  # (b, n, effect)
    x = layers.Concatenate(name="with_effects")([objects, effects])  # (b, n, 6 + effect)
    x = dense(x, units, "object_0", "relu")
    return keras.Model(objects, dense(x, targets.shape[-1], "change"), name="interaction")  # (b, n, 2)


class Marshal(layers.Layer):
    """Each pair of two different objects, as [receiver, sender]."""

    def build(self, shape):
        n = shape[1]
        self.senders = [j for i in range(n) for j in range(n) if j != i]

    def call(self, objects):
        n, width = objects.shape[1], objects.shape[2]
        senders = ops.reshape(ops.take(objects, self.senders, axis=1), (-1, n, n - 1, width))
        receivers = ops.repeat(ops.expand_dims(objects, 2), n - 1, axis=2)
        return ops.concatenate([receivers, senders], axis=-1)
