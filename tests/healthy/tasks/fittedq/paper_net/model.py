"""YOURS. What learns: the value of each action in a state, towards what a frozen copy says of the next state.

Shapes: b batch, a actions.
"""

import keras
import tensorflow as tf
from keras import layers, ops


def q_network(inputs, targets, initializer, width, actions, discount, copy_every):
    """Fitted Q with a target network; Mnih et al. 2015 on transitions that are given, as in Riedmiller 2005.

    Args:
        width: units of the hidden layers.
        actions: how many there are.
        discount: γ.
        copy_every: steps after which the frozen copy is renewed.
    """
    given = {name: keras.Input(each.shape, dtype=each.dtype, name=name) for name, each in inputs.items()}
    values = action_values(inputs["state"], width, actions, initializer, "online")
    q = Chosen(actions, name="chosen")([values(given["state"]), given["action"]])  # (b, 1)
    frozen = keras.models.clone_model(values)
    return FittedQ(given, q, values=values, frozen=frozen, discount=discount, copy_every=copy_every, name="q_network")


def action_values(state, width, actions, initializer, name):
    x = given = keras.Input(state.shape, dtype=state.dtype, name="state")  # (b, 2)
    for number in (1, 2):
        x = layers.ReLU(name=f"hidden{number}_relu")(dense(x, width, initializer, f"hidden{number}"))  # (b, width)
    return keras.Model(given, dense(x, actions, initializer, "values"), name=name)  # (b, a)


def dense(x, units, initializer, name):
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)


class Chosen(layers.Layer):
    """Of the values of all actions, that of the one taken."""

    def __init__(self, actions, **kwargs):
        super().__init__(**kwargs)
        self.actions = actions

    def call(self, both):
        values, action = both
        taken = ops.one_hot(action, self.actions, dtype=values.dtype)  # (b, a)
        return ops.sum(taken * values, axis=-1, keepdims=True)  # (b, 1)

    def compute_output_shape(self, shapes):
        return (shapes[0][0], 1)


class FittedQ(keras.Model):
    """Learns from r + γ max_a Q'(s', a), where Q' is the copy; evaluation asks the same of held-out transitions.

    The next state is used by the target only, so the prediction does not depend on it.
    """

    def __init__(self, *args, values, frozen, discount, copy_every, **kwargs):
        super().__init__(*args, **kwargs)
        self.values, self.frozen = values, frozen
        self.discount, self.copy_every = discount, copy_every
        self.frozen.trainable = False
        self.frozen.set_weights(self.values.get_weights())

    def td_target(self, x, reward):
        best = ops.max(self.frozen(x["next_state"], training=False), axis=-1, keepdims=True)  # (b, 1)
        return ops.stop_gradient(reward + self.discount * best)

    def train_step(self, data):
        x, reward = data
        target = self.td_target(x, reward)
        with tf.GradientTape() as tape:
            q = self(x, training=True)
            loss = self.compute_loss(x=x, y=target, y_pred=q, training=True)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply(gradients, self.trainable_variables)
        self.renew()
        self._loss_tracker.update_state(loss, sample_weight=ops.shape(reward)[0])
        return self.compute_metrics(x, target, q)

    def renew(self):
        """Every so many steps the copy becomes what the online network is."""
        due = ops.cast(ops.equal(self.optimizer.iterations % self.copy_every, 0), "float32")
        for old, new in zip(self.frozen.weights, self.values.weights, strict=True):
            old.assign(due * new + (1.0 - due) * old)

    def test_step(self, data):
        x, reward = data
        target = self.td_target(x, reward)
        q = self(x, training=False)
        loss = self.compute_loss(x=x, y=target, y_pred=q, training=False)
        self._loss_tracker.update_state(loss, sample_weight=ops.shape(reward)[0])
        return self.compute_metrics(x, target, q)
