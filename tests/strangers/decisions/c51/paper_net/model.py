import keras
import numpy as np
from keras import layers, ops

from .losses import projected


class Categorical(keras.Model):
    """A distribution of returns for each action, learnt from logged steps with a slow copy of itself."""

    def __init__(self, net, slow, atoms, gamma, rate):
        super().__init__(net.inputs, net.outputs, name="categorical")
        self.net, self.slow = net, slow
        slow.trainable = False
        self.atoms, self.gamma, self.rate = atoms, gamma, rate

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        action, reward, ended, after = ops.cast(y[:, 0], "int32"), y[:, 1], y[:, 2], y[:, 4:]
        nexts = ops.softmax(self.slow(after))  # (b, actions, atoms)
        atoms = ops.convert_to_tensor(self.atoms, "float32")
        greedy = ops.one_hot(ops.argmax(ops.sum(nexts * atoms, axis=-1), axis=-1), nexts.shape[1])
        best = ops.einsum("ba,baz->bz", greedy, nexts)
        target = projected(best, reward, self.gamma * (1 - ended), self.atoms)
        taken = ops.einsum("ba,baz->bz", ops.one_hot(action, nexts.shape[1]), ops.log_softmax(y_pred))
        return -ops.mean(ops.sum(ops.stop_gradient(target) * taken, axis=-1))

    def train_step(self, data):
        logs = super().train_step(data)
        for slow, fast in zip(self.slow.weights, self.net.weights, strict=True):
            slow.assign(slow + self.rate * (fast - slow))
        return logs


def returns(inputs, initializer, actions, atoms, units, name):
    cell = keras.Input(inputs.shape, dtype=inputs.dtype)
    x = layers.Dense(
        units,
        "relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs.shape[0]),
    )(cell)  # (b, units)
    x = layers.Dense(
        actions * atoms, kernel_initializer=initializer.kernel(), bias_initializer=initializer.bias(fan_in=units)
    )(x)
    return keras.Model(cell, layers.Reshape((actions, atoms))(x), name=name)  # (b, actions, atoms)


def network(inputs, targets, initializer, actions, atoms, low, high, gamma, units, rate):
    net, slow = (returns(inputs, initializer, actions, atoms, units, name) for name in ("net", "slow"))
    slow.set_weights(net.get_weights())
    return Categorical(net, slow, np.linspace(low, high, atoms).tolist(), gamma, rate)
