"""A recurrent classifier of echoes."""

import keras
from keras import layers, ops


class Echo(keras.Model):
    """Local features, a GRU over time, a linear head on its last state."""

    def __init__(self, units, classes, initializer):
        super().__init__(name="echo")
        self.local = layers.Conv1D(16, 3, padding="same", activation="tanh", kernel_initializer=initializer.kernel())
        self.recurrent = layers.GRU(units, return_sequences=True, kernel_initializer=initializer.kernel())
        self.head = layers.Dense(classes, kernel_initializer=initializer.kernel())

    def call(self, signal):
        x = self.local(signal)  # (b, t, 16)
        states = self.recurrent(x)  # (b, t, units)
        return self.head(states[:, -1])


def gru(inputs, targets, initializer, units):
    model = Echo(units, targets.classes, initializer)
    model(ops.zeros((1, *inputs.shape)))
    return model
