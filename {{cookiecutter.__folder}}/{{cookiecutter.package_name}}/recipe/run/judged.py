"""MACHINERY. Which weights of a training are judged (`training.judged`): the network has them when `fit` is over."""

import keras
import numpy as np

from ..keep import record, run_files
from ..paper import best

LAST = "last weights"


class Judged(keras.callbacks.Callback):
    """Keeps the weights of the best epoch, and can tell which epoch's weights a network has, whoever put them there.

    An epoch's weights are those that were validated. Hence the first of all callbacks: Keras' SwapEMAWeights validates
    an average, and takes it out again.
    """

    def __init__(self, cfg):
        super().__init__()
        self.figure, self.sign = best.chosen(cfg.training.get("judged"))
        if self.figure and (cfg.data.subset != "all" or cfg.data.samples is not None):
            self.figure, self.sign = "val/loss", -1  # by which a subset reaches its target
        self.best, self.best_epoch = None, None
        self.best_weights, self.digests = [], [np.zeros(0, "uint64")]  # lists of arrays: what a checkpoint keeps
        self.validated = None

    def on_test_end(self, logs=None):
        self.validated = self.model.get_weights()

    def on_epoch_end(self, epoch, logs=None):
        weights, self.validated = self.validated or self.model.get_weights(), None
        self.digests = [np.append(self.digests[0], digest_of(trained(self.model, weights)))]
        if not self.figure:
            return
        figures = {run_files.logged_as(name): float(value) for name, value in logs.items()}
        if self.figure not in figures:
            raise ValueError(f"training.judged: there is no {self.figure}; there are {', '.join(figures)}")
        figure = self.sign * figures[self.figure]
        if np.isfinite(figure) and (self.best is None or figure > self.best):
            self.best, self.best_epoch, self.best_weights = figure, len(self.digests[0]), weights

    def put_in_place(self):
        """Gives the network the weights of the best epoch, where that is to be judged."""
        if self.best_weights:
            self.model.set_weights(self.best_weights)

    def epoch_of(self, model):
        """The epoch whose weights a network has; None of weights that no epoch ended with."""
        found = 1 + np.flatnonzero(self.digests[0] == digest_of(trained(model, model.get_weights())))
        return self.best_epoch if self.best_epoch in found else max(map(int, found), default=None)

    def said(self, epoch):
        """What weights those of an epoch are, in words; None as of `epoch_of`."""
        last = len(self.digests[0])
        if epoch is None:
            return f"weights of no epoch: changed after epoch {last}, as by an average"
        if self.figure and epoch == self.best_epoch:
            return f"weights of epoch {epoch} of {last}, the best by {self.figure}"
        return LAST if epoch == last else f"weights of epoch {epoch} of {last}, put back after the last"


def trained(model, weights):
    """Those among a model's weights that are trained, if any: a target network is copied from them after an epoch."""
    return [array for variable, array in zip(model.weights, weights, strict=True) if variable.trainable] or weights


def digest_of(weights):
    """A number that tells weights apart: UInt64."""
    return np.uint64(int(record.sha(*(array.tobytes() for array in weights))[:16], 16))
