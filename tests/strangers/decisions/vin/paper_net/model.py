"""YOURS. A value iteration network: planning as a recurrent convolution.

What the paper leaves open, and what is guessed:
    - how many iterations with four moves: 10

Shapes: b batch, q channels of Q.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, hidden, actions, iterations):
    """From a map (b, 8, 8, 2) and a position (b, 2) to logits of the moves (b, 4)."""
    image = keras.Input(inputs["image"].shape, name="image")
    position = keras.Input(inputs["position"].shape, dtype="int32", name="position")

    def conv(filters, size, name, bias=False, **options):
        return layers.Conv2D(
            filters, size, padding="same", use_bias=bias, kernel_initializer=initializer.kernel(), name=name, **options
        )

    h = conv(hidden, 3, "hidden", bias=True, activation="relu")(image)  # (b, 8, 8, hidden)
    reward = conv(1, 1, "reward")(h)  # (b, 8, 8, 1)
    transition = conv(actions, 3, "transition")  # shared by all iterations
    highest = Highest(name="highest")
    value = layers.Lambda(ops.zeros_like, name="start")(reward)
    for _ in range(iterations):
        q = transition(ops.concatenate([reward, value], axis=-1))  # (b, 8, 8, q)
        value = highest(q)  # (b, 8, 8, 1)
    q = transition(ops.concatenate([reward, value], axis=-1))
    here = Look(name="attention")(q, position)  # (b, q)
    logits = layers.Dense(targets.classes, use_bias=False, kernel_initializer=initializer.kernel(), name="policy")(here)
    return keras.Model({"image": image, "position": position}, logits, name="vin")


class Highest(layers.Layer):
    """V(s) = max over a of Q(s, a)."""

    def call(self, q):
        return ops.max(q, axis=-1, keepdims=True)


class Look(layers.Layer):
    """Q at the agent's own cell."""

    def call(self, q, position):
        row = ops.one_hot(position[:, 0], q.shape[1], dtype=q.dtype)  # (b, 8)
        column = ops.one_hot(position[:, 1], q.shape[2], dtype=q.dtype)  # (b, 8)
        return ops.einsum("bi,bj,bijq->bq", row, column, q)
