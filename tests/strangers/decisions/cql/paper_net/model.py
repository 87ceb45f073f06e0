"""YOURS. Conservative Q-learning from a log, with a target network that follows slowly.

Shapes: b batch, a actions.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, gamma, alpha, tau):
    """From logged steps to Q of their states, (b, a)."""

    def q_network(name):
        sizes = [inputs["state"].shape[0], units, units]
        hidden = [
            layers.Dense(
                units, "relu", kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=fan_in)
            )
            for fan_in in sizes[:-1]
        ]
        last = layers.Dense(
            targets.shape[0], kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units)
        )
        return keras.Sequential([keras.Input(inputs["state"].shape), *hidden, last], name=name)

    model = CQL(q_network("q"), q_network("target"), gamma, alpha, tau)
    model({name: ops.zeros((1, *of.shape), of.dtype) for name, of in inputs.items()})
    return model


class CQL(keras.Model):
    def __init__(self, q, target, gamma, alpha, tau, **options):
        super().__init__(**options)
        self.q, self.target = q, target
        self.target.trainable = False
        self.target.set_weights(q.get_weights())
        self.gamma, self.alpha, self.tau = gamma, alpha, tau

    def call(self, inputs):
        return self.q(inputs["state"])

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        taken = ops.one_hot(x["action"], y_pred.shape[-1], dtype=y_pred.dtype)  # (b, a)
        q = ops.sum(taken * y_pred, axis=-1)  # (b)
        ahead = ops.max(self.target(x["next_state"]), axis=-1)
        goal = ops.stop_gradient(x["reward"] + self.gamma * (1 - x["done"]) * ahead)
        bellman = 0.5 * ops.mean((q - goal) ** 2)
        conservative = ops.mean(ops.logsumexp(y_pred, axis=-1) - q)
        return bellman + self.alpha * conservative

    def train_step(self, *arguments):
        logs = super().train_step(*arguments)
        for slow, fast in zip(self.target.variables, self.q.variables, strict=True):
            slow.assign(slow + self.tau * (fast - slow))
        return logs
