import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, gamma, tau):
    """Successor features of a place under the walk's policy, learnt by temporal differences."""

    def features(name):
        def dense(width, x, **options):
            kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
            return layers.Dense(width, kernel_initializer=kernel, bias_initializer=bias, **options)(x)

        place = keras.Input(inputs["place"].shape, name="place")  # (b, 2)
        x = dense(units, place, activation="tanh", name="hidden_0")  # (b, units)
        x = dense(units, x, activation="tanh", name="hidden_1")  # (b, units)
        return keras.Model(place, dense(targets.shape[0], x, name="psi"), name=name)  # (b, 4)

    signals = {name: keras.Input(declared.shape, name=name) for name, declared in inputs.items()}
    online, slow = features("online"), features("slow")
    slow.set_weights(online.get_weights())
    return Successor(
        signals, online(signals["place"]), online=online, slow=slow, gamma=gamma, tau=tau, name="successor"
    )


class Successor(keras.Model):
    """psi(s) is drawn to phi(s) + gamma psi'(s'), where psi' is a slow copy of the network.

    Source: Barreto et al. 2017, equation 4: successor features obey a Bellman equation, with phi as the rewards.
    """

    def __init__(self, *arguments, online, slow, gamma, tau, **options):
        super().__init__(*arguments, **options)
        self.online, self.slow, self.gamma, self.tau = online, slow, gamma, tau
        self.slow.trainable = False

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        goal = x["features"] + self.gamma * ops.stop_gradient(self.slow(x["next"]))  # (b, 4)
        return ops.mean(ops.square(goal - y_pred))

    def train_step(self, data):
        logs = super().train_step(data)
        for old, new in zip(self.slow.weights, self.online.weights, strict=True):
            old.assign((1 - self.tau) * old + self.tau * new)
        return logs
