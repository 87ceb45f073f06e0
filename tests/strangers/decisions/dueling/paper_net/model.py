import keras
from keras import layers, ops

from .losses import temporal_difference


def network(inputs, targets, initializer, units, actions, discount, rate):
    """The dueling network with a copy that follows it slowly."""
    online, target = (streams(inputs, initializer, units, actions, name) for name in ("online", "target"))
    target.set_weights(online.get_weights())
    target.trainable = False
    model = Dueling(online, target, discount, rate, name="dueling")
    model(keras.Input(inputs.shape, dtype=inputs.dtype, name="state"))
    return model


def streams(inputs, initializer, units, actions, name):
    """One trunk, then a stream for the state's value and one for the actions' advantages (Figure 1)."""

    def dense(width, x, **options):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

    state = keras.Input(inputs.shape, dtype=inputs.dtype, name="state")
    x = dense(units, state, activation="relu", name="trunk")
    value = dense(1, dense(units, x, activation="relu", name="value_hidden"), name="value")  # (b, 1)
    advantages = dense(actions, dense(units, x, activation="relu", name="advantages_hidden"), name="advantages")
    return keras.Model(state, dueling(value, advantages), name=name)  # (b, a)


def dueling(value, advantages):
    """Q = V + A - mean of A over the actions: equation 9. (b, 1), (b, a) to (b, a)."""
    return value + advantages - ops.mean(advantages, axis=-1, keepdims=True)


class Dueling(keras.Model):
    """Learns Q from transitions, its goals from a copy of itself that lags behind."""

    def __init__(self, online, target, discount, rate, **options):
        super().__init__(**options)
        self.online, self.target, self.discount, self.rate = online, target, discount, rate

    def call(self, state):
        return self.online(state)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        action, reward, ended, after = y[:, 0], y[:, 1], y[:, 2], y[:, 3 : 3 + x.shape[-1]]
        one_hot = ops.one_hot(ops.cast(action, "int32"), y_pred.shape[-1])
        chosen = ops.sum(one_hot * y_pred, axis=-1)
        return ops.mean(temporal_difference(chosen, reward, ended, self.target(after), self.discount))

    def train_step(self, data):
        logs = super().train_step(data)
        for old, new in zip(self.target.weights, self.online.weights, strict=True):
            old.assign(old + self.rate * (new - old))
        return logs
