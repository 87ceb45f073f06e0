"""YOURS. What is done between epochs."""

import keras


class Pace(keras.callbacks.Callback):
    """Which share of a batch is learnt from: few samples first, then more, up to a share that leaves the hardest out."""

    def __init__(self, first, last, until):
        super().__init__()
        self.first, self.last, self.until = first, last, until

    def on_epoch_begin(self, epoch, logs=None):
        done = min(epoch / self.until, 1)
        self.model.share.assign(self.first + done * (self.last - self.first))
