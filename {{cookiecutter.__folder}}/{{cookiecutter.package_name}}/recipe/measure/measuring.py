"""MACHINERY. What each rung measures, and when: its checks then decide from what was measured alone."""

import functools

from keras import tree

from ..keras_side import backend
from ..prepare import regularizers
from . import loss_answers
from .by_layer import Inside
from .target_encoding import perfect_of


class Measuring:
    """What the checks of one rung ask for. Each subclass measures a thing when a check first asks for it.

    Args:
        program: the program.Program under examination.
        rung: the rung's name.
    """

    def __init__(self, program, rung):
        self.program, self.rung = program, rung

    @property
    def cfg(self):
        return self.program.cfg

    @property
    def data(self):
        return self.program.data

    @property
    def floor(self):
        """The least loss there is; None for a density."""
        return self.cfg.loss.floor


class OnSamples(Measuring):
    """What is asked of one network on some samples; a subclass has the `model`, their `batch`, and `batches`."""

    @functools.cached_property
    def inputs(self):
        return backend.tensors(self.batch[0])

    @functools.cached_property
    def contract(self):
        """What the loss answers about predictions made in inference mode, of which it knows no logits."""
        y_pred = tree.map_structure(backend.fresh, self.model(self.inputs, training=False))
        perfect = perfect_of(self.cfg.loss)
        return loss_answers.Contract(self.model, self.program.targets, self.batch, y_pred, perfect)

    @functools.cached_property
    def loss(self):
        """What these predictions score, without penalties."""
        return loss_answers.loss_of(self.model, *self.batch, self.contract.y_pred)

    @functools.cached_property
    def inside(self):
        return Inside(self.model, self.batch, self.batches)

    @functools.cached_property
    def left_on(self):
        """How far two calls differ in training and in inference, and the penalty."""
        return regularizers.left_on(self.model, self.inputs)

    @property
    def random(self):
        """Whether two predictions of the same inputs differ."""
        return self.left_on["inference"] > 0
