"""YOURS. What happens between epochs."""

import keras


class Sparse(keras.callbacks.Callback):
    """Drops the terms with a small coefficient after some epochs, for good.

    Args:
        threshold: below which a coefficient is dropped.
        epochs: after which of them, counted from 1.
    """

    def __init__(self, threshold, epochs):
        super().__init__()
        self.threshold, self.epochs = threshold, epochs

    def on_epoch_end(self, epoch, logs=None):
        if epoch + 1 in self.epochs:
            self.model.get_layer("terms").drop(self.threshold)
