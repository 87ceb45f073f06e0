import keras
from keras import layers, ops

from .losses import goal_found, own_goal


class Critic(keras.Model):
    """Each step is to tell its own goal from those of the rest of the batch."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.found = keras.metrics.Mean(name="found")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        scores = all_pairs(y_pred["step"], y_pred["goal"])  # (b, b)
        self.found.update_state(goal_found(scores))
        return ops.mean(own_goal(scores))


def all_pairs(step, goal):
    """f_ij = φ(s_i, a_i) · ψ(g_j)."""
    return ops.matmul(step, ops.transpose(goal))  # (b, b)


def network(inputs, targets, initializer, units, width):
    def dense(n, activation, name, x):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(n, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    def encoder(x, name):
        x = dense(units, "relu", f"{name}_first", x)
        x = dense(units, "relu", f"{name}_second", x)
        return dense(width, None, f"{name}_code", x)  # (b, width)

    given = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    step = encoder(ops.concatenate([given["place"], given["action"]], axis=-1), "phi")
    return Critic(given, {"step": step, "goal": encoder(given["goal"], "psi")}, name="critic")
