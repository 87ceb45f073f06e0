import keras
from keras import layers, ops

from .losses import fenchel_young


class Chooser(keras.Model):
    """Its scores are shaken several times over, and chosen from each time; the gradient is how often less what was."""

    def __init__(self, *args, shakes, **kwargs):
        super().__init__(*args, **kwargs)
        self.shakes = shakes
        self.draws = keras.random.SeedGenerator(0)

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        noise = keras.random.normal((self.shakes, *ops.shape(y_pred)), seed=self.draws)  # (shakes, b, items)
        return ops.mean(fenchel_young(y, y_pred, noise))


def network(inputs, targets, initializer, units, shakes):
    def dense(n, activation, name, x):
        kernel, bias = initializer.kernel(), initializer.bias(fan_in=x.shape[-1])
        return layers.Dense(n, activation, kernel_initializer=kernel, bias_initializer=bias, name=name)(x)

    items = keras.Input(inputs.shape, dtype=inputs.dtype, name="items")  # (b, items, features)
    x = dense(units, "tanh", "first", items)  # the same for each item
    x = dense(units, "tanh", "second", x)
    return Chooser(items, dense(1, None, "score", x)[..., 0], shakes=shakes, name="chooser")  # (b, items)
