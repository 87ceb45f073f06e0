import keras
from keras import layers, ops


def network(inputs, targets, initializer):
    """The logits of a finished classifier over one temperature, the only weight there is."""
    logits = keras.Input(inputs.shape, dtype=inputs.dtype, name="logits")  # (b, classes)
    return keras.Model(logits, Temperature(name="temperature")(logits), name="temperature_scaling")


class Temperature(layers.Layer):
    """Starts at 1, where the classifier is as it was; its log is learnt, so it stays above 0."""

    def build(self, shape):
        self.log_temperature = self.add_weight(shape=(), initializer="zeros", name="log_temperature")

    def call(self, logits):
        return scaled(logits, self.log_temperature)


def scaled(logits, log_temperature):
    return logits / ops.exp(log_temperature)
