import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, gamma, tau):
    """Double Q-learning from logged transitions; the output is the value of the action that was taken."""

    def values(name):
        x = place = keras.Input(inputs["state"].shape, name="place")  # (b, 2)
        for _i in range(2):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
            x = layers.Dense(units, activation="relu", kernel_initializer=kernel, bias_initializer=bias)(x)
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=units)
        x = layers.Dense(inputs["action"].shape[-1], kernel_initializer=kernel, bias_initializer=bias)(x)
        return keras.Model(place, x, name=name)  # (b, 4)

    return DoubleQ(inputs, values("online"), values("target"), gamma, tau, name="double_q")


class DoubleQ(keras.Model):
    """Two networks of one shape: the one that learns, and one that follows it slowly and says what a state is worth.

    Source: van Hasselt, Guez & Silver 2016, Deep Reinforcement Learning with Double Q-learning, equation 4.
    """

    def __init__(self, inputs, online, target, gamma, tau, **options):
        given = {name: keras.Input(of.shape, dtype=of.dtype, name=name) for name, of in inputs.items()}
        taken = layers.Dot(axes=-1, name="taken")([online(given["state"]), given["action"]])  # (b, 1)
        super().__init__(given, taken, **options)
        self.online, self.target, self.gamma, self.tau = online, target, gamma, tau
        self.target.trainable = False
        self.target.set_weights(online.get_weights())

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        chosen = ops.argmax(self.online(x["next_state"]), axis=-1)  # by the one …
        worth = ops.sum(self.target(x["next_state"]) * ops.one_hot(chosen, 4), axis=-1, keepdims=True)  # … by the other
        wanted = x["reward"] + self.gamma * (1 - x["ended"]) * worth
        if training:
            for slow, fast in zip(self.target.weights, self.online.weights, strict=True):
                slow.assign(slow + self.tau * (fast - slow))
        return ops.mean(ops.square(ops.stop_gradient(wanted) - y_pred))
