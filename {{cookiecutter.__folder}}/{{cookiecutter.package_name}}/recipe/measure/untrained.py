"""MACHINERY. What the rung `loss` measures: the compiled loss and the untrained network, on one batch."""

import functools

import keras
import numpy as np
from keras import tree

from ..keras_side import backend
from ..prepare import regularizers, samples
from . import array_statistics, constant, density, heard, loss_answers
from .measuring import OnSamples

SAMPLES = 128


class Measured(OnSamples):
    """What the loss answers about the untrained network's predictions, and what that network is like inside."""

    @functools.cached_property
    def batch(self):
        train = self.data.train
        return samples.take(train, np.random.default_rng(0).permutation(samples.count(train))[:SAMPLES])

    @functools.cached_property
    def model(self):
        model = self.program.compiled()
        model(self.inputs, training=False)
        return model

    @property
    def batches(self):
        return self.program.plan.batches

    def own(self, name):
        """Whether train_step or test_step is written by hand: what the compiled loss says need not be used there."""
        return getattr(type(self.model), name) is not getattr(keras.Model, name)

    @property
    def loss_draws(self):
        """Whether the loss itself may be random: predictions are, or a train_step of the model's own computes it, whose
        generators are set back after each call, or it has been seen."""
        return self.random or (self.model.loss is None and self.own("train_step")) or self.contract.draws

    @property
    def penalty(self):
        return self.left_on["penalty"]

    @functools.cached_property
    def evaluated(self):
        """What `evaluate` says of the batch."""
        figures = self.model.evaluate(*self.batch, batch_size=SAMPLES, verbose=0, return_dict=True)
        self.model(self.inputs, training=False)  # what add_loss keeps of a trace cannot be computed with
        return figures

    @functools.cached_property
    def best_constant(self):
        """As constant.best_constant, of the training targets."""
        one = samples.take(self.batch[0], slice(0, 1))
        return constant.best_constant(self.model, one, self.data.population)

    @property
    def constant(self):
        """The least loss of one prediction for all; None where that is not known."""
        return constant.known(self.best_constant[0])

    @functools.cached_property
    def density(self):
        """The integral of exp(-loss) over all targets, for several predictions, as density.totals."""
        return density.totals(self.model, *self.batch)

    @property
    def unheard(self):
        """Why it cannot be told which predictions the loss listens to, in words; empty where it can."""
        if self.batch[1] is not None and constant.asks_only_predictions(self.model) and self.contract.shapes:
            return loss_answers.DRAWS if self.loss_draws else ""
        return "the loss is not one of targets and predictions alone"

    @functools.cached_property
    def heard(self):
        """With which predictions the loss moves, as heard.heard."""
        return heard.heard(self.model, self.batch[1], self.contract.y_pred)

    @functools.cached_property
    def couples(self):
        return constant.couples(self.model, self.batch[1], self.contract.y_pred)

    @property
    def descended(self):
        """The least loss of any predictions for the batch."""
        groups = np.arange(samples.count(self.batch))
        return constant.least_loss(self.model, self.inputs, self.contract.y_pred, self.batch[1], groups)

    @functools.cached_property
    def padded(self):
        """Where the sequences of the batch are filled up, as array_statistics.padded."""
        found = map(array_statistics.padded, samples.leaves(self.batch[0]))
        return next((where for where in found if where is not None), None)

    @functools.cached_property
    def additions(self):
        """What layers add to the loss of the batch, and to that of the batch twice over."""
        found = []
        for inputs in (self.batch[0], tree.map_structure(lambda leaf: np.concatenate([leaf, leaf]), self.batch[0])):
            with backend.unchanged(self.model):
                self.model(backend.tensors(inputs), training=False)
                found.append(regularizers.penalty(self.model))
        return found

    @functools.cached_property
    def doubled(self):
        """[(the loss of the batch, that of the batch twice over)] as compiled, and as a train_step of its own says."""
        pairs = [self.contract.network]
        if self.own("train_step"):
            with regularizers.switched_off():  # dropout would blur it
                model = self.program.compiled()
                model(self.inputs, training=False)
            twice = tree.map_structure(lambda leaf: np.concatenate([leaf, leaf]), self.batch)
            if regularizers.left_on(model, self.inputs)["training"] == 0:
                pairs.append([loss_answers.step_loss(model, *batch) for batch in (self.batch, twice)])
        return pairs
