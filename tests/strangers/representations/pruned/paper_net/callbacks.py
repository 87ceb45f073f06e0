"""YOURS. What is done between epochs."""

import keras
import numpy as np


class Prune(keras.callbacks.Callback):
    """Takes the smallest weights of each masked layer out, first many, then few, up to a share of all.

    Args:
        sparsity: the share that is out at the end.
        begin: the epoch after which the first go.
        end: the epoch after which no more go; what is left is then fine-tuned.
    """

    def __init__(self, sparsity, begin, end):
        super().__init__()
        self.sparsity, self.begin, self.end = sparsity, begin, end

    def on_epoch_end(self, epoch, logs=None):
        done = np.clip((epoch - self.begin) / (self.end - self.begin), 0, 1)
        share = self.sparsity * (1 - (1 - done) ** 3)
        for layer in self.model.layers:
            if hasattr(layer, "mask") and share > 0:
                size = np.abs(np.asarray(layer.kernel) * np.asarray(layer.mask))
                layer.mask.assign((size > np.quantile(size, share)).astype("float32"))
