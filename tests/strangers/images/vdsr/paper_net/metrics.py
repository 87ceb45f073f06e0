"""What the paper judges by."""

import keras
from keras import ops


class PSNR(keras.metrics.MeanSquaredError):
    """Peak signal-to-noise ratio of values in 0 … 1, in decibels, of all pixels together."""

    def result(self):
        return -10 * ops.log10(super().result())
