"""YOURS. What the paper judges by."""

import keras
from keras import ops


class NMSE(keras.metrics.Metric):
    """Squared error of all samples over the energy of their targets, in decibels; 0 dB is what zeros score."""

    def __init__(self, name="nmse", **options):
        super().__init__(name=name, **options)
        self.error = self.add_weight(name="error", initializer="zeros")
        self.energy = self.add_weight(name="energy", initializer="zeros")

    def update_state(self, y_true, y_pred, sample_weight=None):
        self.error.assign_add(ops.sum(ops.square(y_true - y_pred)))
        self.energy.assign_add(ops.sum(ops.square(y_true)))

    def result(self):
        return 10 * ops.log10(self.error / self.energy + 1e-12)
