"""Amortized ratio estimation: a classifier of dependent against independent pairs.

Shapes: b batch.
"""

import keras
from keras import layers, ops


def network(inputs, targets, initializer, units, depth):
    """(theta, x) → log r(x | theta), by a multilayer perceptron with SELU."""
    theta = keras.Input(inputs["theta"].shape, name="theta")
    observation = keras.Input(inputs["observation"].shape, name="observation")
    x = layers.Concatenate(name="pair")([theta, observation])
    for i in range(depth):
        x = layers.Dense(
            units,
            activation="selu",
            kernel_initializer=initializer.kernel(),
            bias_initializer=initializer.bias(fan_in=x.shape[-1]),
            name=f"hidden_{i}",
        )(x)
    logit = layers.Dense(
        1,
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=x.shape[-1]),
        name="log_ratio",
    )(x)
    return RatioEstimator({"theta": theta, "observation": observation}, logit, name="ratio")


class RatioEstimator(keras.Model):
    """Algorithm 1 of Hermans et al. 2020: (theta, x) of class 1, (theta', x) of class 0, theta' of another draw."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self.seeds = keras.random.SeedGenerator(5)
        self.accuracy = keras.metrics.Mean(name="accuracy")

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        others = keras.random.shuffle(x["theta"], axis=0, seed=self.seeds)
        dependent = y_pred  # (b, 1)
        independent = self({"theta": others, "observation": x["observation"]}, training=training)  # (b, 1)
        right = ops.concatenate([dependent > 0, independent < 0], axis=0)
        self.accuracy.update_state(ops.cast(right, "float32"))
        return 0.5 * ops.mean(ops.softplus(-dependent)) + 0.5 * ops.mean(ops.softplus(independent))
