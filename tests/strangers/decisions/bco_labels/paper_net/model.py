import keras
from keras import layers, ops

from .losses import imitation, inverse_dynamics


class Watcher(keras.Model):
    """Says what an action must have been from what it did, and imitates an expert by what it says."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.agreement = keras.metrics.Mean(name="agreement")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        watched = x["watched"]  # (b)
        said = ops.argmax(y_pred["inverse"], axis=-1)  # (b), no gradient goes through it
        # of the expert: with what he did, where that is held out; in training with what is said that he did
        did = ops.where(y >= 0, y, ops.cast(said, y.dtype))
        right = ops.cast(ops.equal(ops.cast(ops.argmax(y_pred["policy"], axis=-1), did.dtype), did), "float32")
        self.agreement.update_state(right, sample_weight=watched)
        return inverse_dynamics(y, y_pred["inverse"]) + imitation(said, y_pred["policy"], watched)


def network(inputs, targets, initializer, units, actions):
    def dense(n, activation, name, x):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(n, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    def head(x, name):
        x = dense(units, "relu", f"{name}_first", x)
        x = dense(units, "relu", f"{name}_second", x)
        return dense(actions, None, name, x)  # (b, actions)

    given = {name: keras.Input(spec.shape, dtype=spec.dtype, name=name) for name, spec in inputs.items()}
    step = 10 * (given["after"] - given["place"])  # (b, 2), of a move's length
    outputs = {
        "inverse": head(ops.concatenate([given["place"], step], axis=-1), "inverse"),
        "policy": head(given["place"], "policy"),
    }
    return Watcher(given, outputs, name="watcher")
