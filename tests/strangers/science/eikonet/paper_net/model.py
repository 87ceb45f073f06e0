import keras
import tensorflow as tf
from keras import layers, ops

from .losses import eikonal


class EikoNet(keras.Model):
    """A network whose loss is the eikonal equation at the receiver; true times are for the metric alone."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        pair = x["pair"]
        with tf.GradientTape() as tape:
            tape.watch(pair)
            factor = self({"pair": pair, "velocity": x["velocity"]}, training=training)
        slope = tape.gradient(factor, pair)[:, 2:]
        offset = pair[:, 2:] - pair[:, :2]
        return ops.mean(eikonal(x["velocity"][:, 0], factor[:, 0], slope, offset))


def network(inputs, targets, initializer, units, depth):
    """From source and receiver to the factor of their travel time; the velocity is read by the loss alone."""
    pair = keras.Input(inputs["pair"].shape, name="pair")
    velocity = keras.Input(inputs["velocity"].shape, name="velocity")
    x = layers.Rescaling(2.0, offset=-1.0)(pair)
    for i in range(depth):
        x = dense(units, initializer, x, "tanh", f"hidden_{i}")  # (b, units)
    factor = dense(1, initializer, x, "softplus", "factor")  # (b, 1)
    return EikoNet({"pair": pair, "velocity": velocity}, factor, name="eikonet")


def dense(units, initializer, x, activation, name):
    """A dense layer of x, with weights of its own."""
    kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
    return layers.Dense(units, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)
