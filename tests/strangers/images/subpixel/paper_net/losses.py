import keras
from keras import ops


class PSNR(keras.metrics.MeanSquaredError):
    """Peak signal-to-noise ratio, in decibels, of the mean squared error over all tiles; values in 0 … 1."""

    def result(self):
        return -10 * ops.log10(super().result() + 1e-10)
