import math

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, iterations):
    """Slot attention over a set of points; each slot says where the centre of a cluster is.

    Args:
        units: of a slot.
        iterations: of attention.
    """
    points = keras.Input(inputs.shape, name="points")
    x = dense(points, units, initializer, activation="relu", name="encoder_1")
    x = dense(x, units, initializer, name="encoder_2")  # (b, n, units)
    slots = SlotAttention(targets.shape[0], units, iterations, initializer, name="slots")(x)  # (b, k, units)
    x = dense(slots, units, initializer, activation="relu", name="decoder_1")
    return keras.Model(points, dense(x, targets.shape[1], initializer, name="centre"), name="slot_attention")


class SlotAttention(layers.Layer):
    """Locatello et al. 2020, Algorithm 1, with slots that start from learnt places."""

    def __init__(self, slots, units, iterations, initializer, **options):
        super().__init__(**options)
        self.slots, self.units, self.iterations = slots, units, iterations
        self.norm_inputs, self.norm_slots, self.norm_mlp = (layers.LayerNormalization() for _ in range(3))
        self.q, self.k, self.v = (
            layers.Dense(units, use_bias=False, kernel_initializer=initializer.kernel()) for _ in range(3)
        )
        self.update = layers.GRUCell(units, kernel_initializer=initializer.kernel())
        self.mlp_1 = layers.Dense(2 * units, activation="relu", kernel_initializer=initializer.kernel())
        self.mlp_2 = layers.Dense(units, kernel_initializer=initializer.kernel())

    def build(self, shape):
        self.start = self.add_weight(shape=(1, self.slots, self.units), initializer="random_normal", name="start")
        self.start.assign(10 * self.start)
        for layer in (self.norm_inputs, self.k, self.v):
            layer.build(shape)
        inner = (shape[0], self.slots, self.units)
        for layer in (self.norm_slots, self.norm_mlp, self.q, self.mlp_1):
            layer.build(inner)
        self.mlp_2.build((*inner[:2], 2 * self.units))
        self.update.build((None, self.units))

    def call(self, x):
        x = self.norm_inputs(x)
        k, v = self.k(x), self.v(x)  # (b, n, units)
        slots = ops.broadcast_to(self.start, (ops.shape(x)[0], self.slots, self.units))
        for _ in range(self.iterations):
            q = self.q(self.norm_slots(slots))  # (b, s, units)
            updates = ops.matmul(weights(q, k), v)  # (b, s, units)
            new, _ = self.update(ops.reshape(updates, (-1, self.units)), [ops.reshape(slots, (-1, self.units))])
            slots = ops.reshape(new, (-1, self.slots, self.units))
            slots = slots + self.mlp_2(self.mlp_1(self.norm_mlp(slots)))
        return slots


def weights(q, k):
    """Slots compete for each input, then each takes the weighted mean of what it got; (b, s, n)."""
    logits = ops.matmul(q, ops.swapaxes(k, 1, 2)) / math.sqrt(q.shape[-1])  # (b, s, n)
    attention = ops.softmax(logits, axis=1) + 1e-8
    return attention / ops.sum(attention, axis=2, keepdims=True)


def dense(x, units, initializer, **options):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, **options)(x)
