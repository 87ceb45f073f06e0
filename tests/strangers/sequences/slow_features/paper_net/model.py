import keras
from keras import layers

from .losses import slowness


def network(inputs, targets, initializer, units, features):
    """Features of one step; both steps of a pair go through the same layers."""
    pair = keras.Input(inputs.shape, dtype=inputs.dtype, name="pair")  # (b, 2, sensors)
    x = pair
    for name, width, activation in [
        ("hidden1", units, "tanh"),
        ("hidden2", units, "tanh"),
        ("features", features, None),
    ]:
        x = layers.Dense(
            width,
            activation=activation,
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=name,
        )(x)
    return Slow(pair, x, name="slow_features")  # (b, 2, features)


class Slow(keras.Model):
    """Has no targets: features are to change little from step to step."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return slowness(y_pred)
