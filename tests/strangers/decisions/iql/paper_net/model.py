import keras
from keras import layers, ops


class ImplicitQ(keras.Model):
    """Values of a transition, (b, 3): V(state), V(next state), Q(state, action); learnt by implicit Q-learning.

    Source: Kostrikov et al. 2021, arXiv 2110.06169, equations 5 and 6; without their averaged target network.
    """

    def __init__(self, *graph, discount, expectile, **options):
        super().__init__(*graph, **options)
        self.discount, self.expectile = discount, expectile

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        value, after, action_value = y_pred[:, 0:1], y_pred[:, 1:2], y_pred[:, 2:3]
        target = x["reward"] + self.discount * (1 - x["done"]) * ops.stop_gradient(after)
        of_q = ops.mean((target - action_value) ** 2)
        above = ops.stop_gradient(action_value) - value  # the advantage
        weight = ops.where(above > 0, self.expectile, 1 - self.expectile)
        return of_q + ops.mean(weight * above**2)


def network(inputs, targets, initializer, units, discount, expectile):
    """Two networks, V and Q, from a transition to (b, 3)."""
    given = {name: keras.Input(inputs[name].shape, name=name) for name in ["state", "action", "reward", "next", "done"]}

    def multilayer(width, name):
        x = start = keras.Input((width,))
        for i in range(2):
            x = layers.Dense(
                units,
                activation="relu",
                kernel_initializer=initializer.kernel(),
                bias_initializer=initializer.bias(fan_in=x.shape[-1]),
                name=f"{name}_{i}",
            )(x)
        return keras.Model(start, layers.Dense(1, kernel_initializer=initializer.kernel(), name=name)(x), name=name)

    v = multilayer(given["state"].shape[-1], "v")
    q = multilayer(given["state"].shape[-1] + given["action"].shape[-1], "q")
    of_pair = q(ops.concatenate([given["state"], given["action"]], axis=-1))
    values = ops.concatenate([v(given["state"]), v(given["next"]), of_pair], axis=-1)  # (b, 3)
    return ImplicitQ(given, values, discount=discount, expectile=expectile, name="iql")
