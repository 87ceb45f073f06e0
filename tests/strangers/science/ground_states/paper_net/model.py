import keras
from keras import layers, ops

from .losses import energy


class Variational(keras.Model):
    """A network whose loss is the energy of the state that it gives."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return ops.mean(energy(x["couplings"], x["fields"], y_pred))


def network(inputs, targets, initializer, units):
    """From couplings and fields to the logarithm of each state's amplitude."""
    spins = inputs["couplings"].shape[0]
    couplings = keras.Input((spins,), name="couplings")
    fields = keras.Input((spins,), name="fields")
    x = layers.Concatenate(name="ring")([couplings, fields])  # (b, 2 spins)
    for i in range(2):
        x = dense(units, initializer, x, "relu", f"hidden_{i}")  # (b, units)
    x = dense(2**spins, initializer, x, None, "log_amplitudes")  # (b, states)
    return Variational({"couplings": couplings, "fields": fields}, x, name="ground_states")


def dense(units, initializer, x, activation, name):
    """A dense layer of x, with weights of its own."""
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
