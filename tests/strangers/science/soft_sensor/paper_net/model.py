import keras
from keras import layers, ops


class SoftSensor(keras.Model):
    """The newest row and what a recurrent layer has read up to it → the purity."""

    def __init__(self, outputs, initializer, units, dropout):
        super().__init__(name="soft_sensor")
        self.read = layers.GRU(units, kernel_initializer=initializer.kernel(), name="read")
        self.norm = layers.LayerNormalization(name="norm")
        self.drop = layers.Dropout(dropout, name="drop")
        self.hidden = layers.Dense(units, activation="gelu", kernel_initializer=initializer.kernel(), name="hidden")
        self.purity = layers.Dense(outputs, kernel_initializer=initializer.kernel(), name="purity")

    def call(self, windows, training=None):
        x = self.drop(self.norm(self.read(windows)), training=training)  # (b, units)
        return self.purity(self.hidden(ops.concatenate([x, windows[:, -1]], axis=-1)))  # (b, 1)


def network(inputs, targets, initializer, units, dropout):
    """A soft sensor, from windows (b, t, channels) to the purity (b, 1)."""
    model = SoftSensor(targets.shape[0], initializer, units, dropout)
    model(keras.Input(inputs.shape, dtype=inputs.dtype, name="windows"))
    return model
