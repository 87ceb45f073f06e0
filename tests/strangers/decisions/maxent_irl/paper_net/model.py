import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, steps, discount):
    """Maximum entropy inverse reinforcement learning: ground → reward → soft value iteration → the move at the place.

    Args:
        units: of the reward network.
        steps: of value iteration.
        discount: of the walker.
    """

    def conv(x, filters, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Conv2D(filters, 1, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    ground = keras.Input(inputs["map"].shape, name="map")
    place = keras.Input(inputs["place"].shape, dtype="int32", name="place")
    x = conv(ground, units, activation="relu", name="hidden")  # (b, h, w, units)
    reward = conv(x, 1, name="reward")  # (b, h, w, 1)
    q = SoftValueIteration(steps, discount, name="plan")(reward)  # (b, h, w, 4)
    here = layers.Lambda(lambda a: at_place(*a), output_shape=(4,), name="here")([q, place])  # (b, 4)
    return keras.Model({"map": ground, "place": place}, here, name="maxent_irl")


def neighbours(v):
    """Of v (b, h, w), what lies above, below, left and right, itself at the edge; (b, 4, h, w)."""
    up = ops.concatenate([v[:, :1], v[:, :-1]], axis=1)
    down = ops.concatenate([v[:, 1:], v[:, -1:]], axis=1)
    left = ops.concatenate([v[:, :, :1], v[:, :, :-1]], axis=2)
    right = ops.concatenate([v[:, :, 1:], v[:, :, -1:]], axis=2)
    return ops.stack([up, down, left, right], axis=1)


class SoftValueIteration(layers.Layer):
    """Q(s, a) = r(s') + discount V(s'), V(s) = log sum exp Q(s, a): Ziebart et al. 2008, Wulfmeier et al. 2015."""

    def __init__(self, steps, discount, **options):
        super().__init__(**options)
        self.steps, self.discount = steps, discount

    def call(self, reward):
        reward = reward[..., 0]  # (b, h, w)
        v = ops.zeros_like(reward)
        for _ in range(self.steps):
            q = neighbours(reward + self.discount * v)  # (b, 4, h, w)
            v = ops.logsumexp(q, axis=1)
        return ops.transpose(q, (0, 2, 3, 1))  # (b, h, w, 4)


def at_place(q, place):
    """Row `place` of q, counted along the rows of the map."""
    flat = ops.reshape(q, (-1, q.shape[1] * q.shape[2], q.shape[3]))  # (b, h * w, 4)
    return ops.take_along_axis(flat, ops.reshape(place, (-1, 1, 1)), axis=1)[:, 0]
