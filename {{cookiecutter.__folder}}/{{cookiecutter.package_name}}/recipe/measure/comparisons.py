"""MACHINERY. What the rung `all` measures: the given training, and others that it is compared with.

All are the researcher's own train.py. The others differ in the data they get, in the model, or (`longer`) in how long
they last; all but that one end after `recipe.steps` updates.
"""

import dataclasses
import functools

import numpy as np
from keras import tree
from omegaconf import OmegaConf

from ..keep.project import CONF
from ..keras_side import backend, private
from ..prepare import batches, samples
from ..prepare.nested import mapped
from ..prepare.regularizers import penalty
from ..prepare.sources import Column
from . import perturb
from .by_layer import FirstUpdates, gradient
from .constant import best_constant, constant_loss, known
from .measuring import Measuring

MOST = 4  # given, permuted, zeros, linear
LINEAR = CONF / "model/linear.yaml"
MOST_JUDGED = 1000  # training samples whose loss is recomputed
PARTS = 20  # of the validation split, for a standard error


class Measured(Measuring):
    """The trainings, and what they left."""

    @functools.cached_property
    def given(self):
        return self.program.trained("given")

    @functools.cached_property
    def permuted(self):
        """The same training with each sample's target given to another."""
        return self.spoiled("permuted", permuted)

    @functools.cached_property
    def zeros(self):
        """The same training with inputs of zeros."""
        return self.spoiled("zeros", without_inputs)

    def spoiled(self, name, change):
        """The same training on a training split that is changed on purpose: one expects to see it do worse.

        Args:
            name: of the folder for its record.
            change: a function of the training split and the seed; returns the split to train on.
        """
        splits = samples.splits

        def changed(cfg):
            loaded = splits(cfg)
            return {**loaded, "train": change(loaded["train"], cfg.seed)}

        with private.replaced(samples, "splits", changed):
            return self.program.train(self.program.changed(("training.max_steps", self.program.steps)), name)

    @functools.cached_property
    def run_dir(self):
        """The folder of the given training, as `load_run` takes it."""
        saved = self.given.run_dir / ".hydra/config.yaml"
        saved.parent.mkdir(exist_ok=True)
        OmegaConf.save(self.given.cfg, saved)
        return self.given.run_dir

    @property
    def over(self):
        """Whether the whole training ends within the steps of a comparison."""
        return self.program.plan.steps <= self.program.steps

    @functools.cached_property
    def longer(self):
        epochs, steps = 4 * self.cfg.training.epochs, 4 * self.program.plan.steps
        return self.program.trained("longer", ("training.epochs", epochs), ("training.max_steps", steps))

    @functools.cached_property
    def linear(self):
        """`model=linear`; None where it is the model, is not there, or does not fit the task: a loss of several numbers
        for each target says nothing of one."""
        if not LINEAR.exists() or self.cfg.model._target_.endswith(".linear"):
            return None
        change = ("model", OmegaConf.load(LINEAR))
        try:
            other = self.program.compiled(self.program.changed(change))
            answers = [[leaf.shape for leaf in tree.flatten(one(self.one))] for one in (other, self.model)]
            return self.program.trained("linear", change) if answers[0] == answers[1] else None
        except Exception:
            return None

    @property
    def reconstructs(self):
        """Whether each target is one of the inputs, in whatever shape."""
        inputs, targets = ([leaf.reshape(len(leaf), -1) for leaf in samples.leaves(side)] for side in self.few)
        return bool(targets) and all(any(np.array_equal(y, x) for x in inputs) for y in targets)

    @functools.cached_property
    def few(self):
        """Some training samples, drawn: the first ones may be of one class or person."""
        return samples.some(self.data.train, MOST_JUDGED)

    @functools.cached_property
    def judged(self):
        """Losses in inference mode: `untrained`, `reloaded` on validation, `start`, `train` on the `few`."""
        model, held = self.program.compiled(), self.data.validation
        before = {"untrained": self.loss(model, held), "start": self.loss(model, self.few)}
        self.given.reload(model)
        return {**before, "reloaded": self.loss(model, held), "train": self.loss(model, self.few)}

    @functools.cached_property
    def trained(self):
        """The network with the weights that the given training left, called with `held`."""
        model = self.program.compiled()
        model(self.held, training=False)
        self.given.reload(model)
        return model

    @functools.cached_property
    def held(self):
        """The inputs of some validation samples."""
        return backend.tensors(samples.some(self.data.validation, MOST_JUDGED)[0])

    @functools.cached_property
    def tested(self):
        """{test/name: what it scores on the test split}; {} without one."""
        figures = {} if self.data.test is None else self.figures(self.trained, self.data.test)
        return {f"test/{name}": figure for name, figure in figures.items()}

    @functools.cached_property
    def last_gradient(self):
        """Of those weights and the first batch, in one row."""
        return gradient(self.trained, self.program.plan.batches[0])

    @property
    def added(self):
        """What its layers add to the loss of those samples."""
        self.trained(self.held, training=False)  # what another call has traced has no value
        return penalty(self.trained)

    @property
    def answers_spread(self):
        """How far its answers to those samples deviate from their mean, to their size."""
        answers = perturb.predict(self.trained, self.held)
        return max(float(part.std(axis=0).mean() / max(np.abs(part).mean(), 1e-12)) for part in answers)

    def figures(self, model, split):
        """As train.py validates: a loss that compares the samples of a batch depends on their number."""
        size = self.program.plan.validation_batch_size
        return model.evaluate(*batches.evaluated(split, size), batch_size=size, verbose=0, return_dict=True)

    def loss(self, model, split):
        return self.figures(model, split)["loss"]

    @functools.cached_property
    def lead(self):
        """How far the given training leads the permuted one on validation, in standard errors over parts of it."""
        model, held = self.program.compiled(), self.data.validation
        model(self.one, training=False)  # a subclassed one takes no weights before
        held = samples.some(held, samples.count(held))
        parts = np.array_split(np.arange(samples.count(held)), PARTS)
        losses = []
        for training in (self.permuted, self.given):
            training.reload(model)
            losses.append([self.loss(model, samples.take(held, part)) for part in parts])
        leads = np.subtract(*losses)
        return float(leads.mean() / max(leads.std(ddof=1) / np.sqrt(len(leads)), 1e-9))

    @functools.cached_property
    def best_constant(self):
        """As constant.best_constant, of the `few`."""
        return best_constant(self.program.compiled(), self.one, self.few[1])

    @property
    def deaf(self):
        """Whether a training goes the same way under permuted targets, as far as both go: one may have ended early."""
        pairs = zip(self.given.losses("train"), self.permuted.losses("train"), strict=False)
        return all(np.isclose(one, other, 1e-6) for one, other in pairs)

    @property
    def constant(self):
        """The least loss of one constant prediction for the `few`; None where that makes no sense: of targets that are
        alike for all samples, the places of what is compared within each, and without targets and a floor, where it is
        the least of any prediction."""
        if self.data.population is None:
            return None if self.floor is None else known(self.best_constant[0])
        alike = all((leaf[:1] == leaf).all() for leaf in samples.leaves(self.few[1]))
        return None if alike else known(self.best_constant[0])

    def least(self, targets):
        """The least loss of one constant prediction for these targets."""
        return constant_loss(self.program.compiled(), self.one, targets)

    @property
    def one(self):
        """The inputs of one training sample."""
        return samples.take(self.data.train[0], slice(0, 1))

    @property
    def scale(self):
        """What there is to learn: from what a constant scores down to the floor; without a floor, from the start."""
        if self.constant is not None and self.floor is not None and self.constant > self.floor:
            return self.constant - self.floor
        return abs(self.judged["untrained"] - min(self.permuted.losses("val"))) or 1.0

    @functools.cached_property
    def model(self):
        """The untrained network; built, since a subclassed one has no weights before."""
        model = self.program.compiled()
        model(self.one, training=False)
        return model

    @functools.cached_property
    def updates(self):
        """Of this `model`, which is trained a little by them."""
        return FirstUpdates(self.model, self.program.plan.batches, self.program.plan.steps)


def permuted(split, seed):
    """A split in which each sample has another one's target; nothing of a source is read for it."""
    order = np.random.default_rng(seed).permutation(samples.count(split))

    def reordered(leaf):
        return dataclasses.replace(leaf, order=order) if isinstance(leaf, Column) else leaf[order]

    return split[0], mapped(reordered, split[1])


def without_inputs(split, seed=None):
    """A split whose inputs are zeros; those of a source are one zero that is seen everywhere."""

    def zeros(leaf):
        return (
            np.broadcast_to(np.zeros((), leaf.dtype), leaf.shape) if isinstance(leaf, Column) else np.zeros_like(leaf)
        )

    return mapped(zeros, split[0]), split[1]
