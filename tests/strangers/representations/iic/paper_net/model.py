import keras
from keras import layers

from .losses import joint, negative_information


class Clusters(keras.Model):
    """Assignments that tell as much as can be told of those of the other reading."""

    def compute_loss(self, x=None, y=None, y_pred=None, sample_weight=None, training=True):
        return negative_information(joint(y_pred["one"], y_pred["other"]))


def network(inputs, targets, initializer, units, clusters):
    """One network for both readings: shares of the clusters."""
    readings = {name: keras.Input(of.shape, name=name) for name, of in inputs.items()}
    hidden = layers.Dense(
        units,
        activation="relu",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=inputs["one"].shape[0]),
        name="hidden",
    )
    shares = layers.Dense(
        clusters,
        activation="softmax",
        kernel_initializer=initializer.kernel(),
        bias_initializer=initializer.bias(fan_in=units),
        name="shares",
    )
    return Clusters(readings, {name: shares(hidden(x)) for name, x in readings.items()}, name="iic")  # (b, clusters)
