import keras
from keras import layers, ops

from .losses import lambda_returns


def network(inputs, targets, initializer, embedding, units, discount, trace):
    """A critic: the value of each place of a walk.

    Args:
        discount: of the rewards.
        trace: lambda, how far a return looks before it trusts the critic.
    """
    places = keras.Input(inputs.shape, dtype="int32", name="places")
    x = layers.Embedding(inputs.classes, embedding, name="embedding")(places)  # (b, t, embedding)
    for width, activation, name in [(units, "tanh", "hidden"), (1, None, "value")]:
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        x = layers.Dense(width, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
    values = layers.Reshape(inputs.shape, name="values")(x)  # (b, t)
    return Critic(places, values, discount=discount, trace=trace, name="critic")


class Critic(keras.Model):
    """Learns from its own lambda-returns, which are targets: no gradient goes through them."""

    def __init__(self, *args, discount, trace, **options):
        super().__init__(*args, **options)
        self.discount, self.trace = discount, trace

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        reward, goes_on, there = y[:, :-1, 0], y[:, :-1, 1], y[:, :-1, 3]
        returns = ops.stop_gradient(lambda_returns(reward, goes_on, y_pred, self.discount, self.trace))
        return ops.sum(there * (returns - y_pred[:, :-1]) ** 2) / ops.sum(there)
