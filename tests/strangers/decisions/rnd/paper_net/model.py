import keras
from keras import layers, ops


def network(inputs, targets, initializer, features, units):
    """The error of a predictor of what a random network answers, which is not trained: large where all is new.

    Source: Burda et al. 2019, Exploration by Random Network Distillation, section 2.2.
    """
    observation = keras.Input(inputs.shape, dtype=inputs.dtype, name="observation")  # (b, 20)
    target = keras.Sequential(name="target")
    target.add(dense(units, initializer, activation="leaky_relu"))
    target.add(dense(features, initializer))
    target.trainable = False
    predictor = keras.Sequential(name="predictor")
    for _ in range(2):
        predictor.add(dense(units, initializer, activation="leaky_relu"))
    predictor.add(dense(features, initializer))
    error = ops.mean(ops.square(target(observation) - predictor(observation)), axis=-1)  # (b)
    return Novelty(observation, error, name="rnd")


class Novelty(keras.Model):
    """Minimises its own answer, over what is known; targets are for the metrics."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        known = 1 - ops.cast(y, y_pred.dtype)
        return ops.sum(known * y_pred) / ops.maximum(ops.sum(known), 1)


def dense(units, initializer, **options):
    return layers.Dense(units, kernel_initializer=initializer.kernel(), **options)
