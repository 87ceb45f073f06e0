"""MACHINERY. What the rung `all` measures: the given training, and others to compare it with.

Each is the researcher's own train.py, all but `longer` cut to `recipe.steps` updates: they differ in the data they get,
or in the model.
"""

import functools

import numpy as np
from omegaconf import OmegaConf

from ..keep.project import CONF
from ..keras_side import backend
from ..prepare import batches, samples
from .by_layer import kernels, rates
from .constant import constant_loss
from .measuring import Measuring

MOST = 4  # given, permuted, zeros, linear
LINEAR = CONF / "model/linear.yaml"
FIRST_STEPS = 10
MOST_JUDGED = 1000  # training samples whose loss is recomputed
PARTS = 20  # of the validation split, for a standard error


class Measured(Measuring):
    """The trainings, and what they left; each when it is first asked for."""

    @functools.cached_property
    def given(self):
        return self.program.trained("given")

    @functools.cached_property
    def permuted(self):
        """The same training with each sample's target given to another."""
        return self.program.trained("permuted", ("recipe.comparison", "permuted"))

    @functools.cached_property
    def zeros(self):
        return self.program.trained("zeros", ("recipe.comparison", "zeros"))

    @property
    def over(self):
        """Whether the whole training is, within the steps of a comparison."""
        return self.program.plan.steps <= self.program.steps

    @functools.cached_property
    def longer(self):
        epochs, steps = 4 * self.program.cfg.training.epochs, 4 * self.program.plan.steps
        return self.program.trained("longer", ("training.epochs", epochs), ("training.max_steps", steps))

    @functools.cached_property
    def linear(self):
        """`model=linear`; None where it is the model, is not there, or does not fit the task."""
        if not LINEAR.exists() or self.program.cfg.model._target_.endswith(".linear"):
            return None
        try:
            return self.program.trained("linear", ("model", OmegaConf.load(LINEAR)))
        except Exception:
            return None

    @property
    def reconstructs(self):
        """Whether each target is one of the inputs, in whatever shape."""
        sides = samples.first(self.program.data.train, MOST_JUDGED)
        inputs, targets = ([leaf.reshape(len(leaf), -1) for leaf in samples.leaves(side)] for side in sides)
        return bool(targets) and all(any(np.array_equal(y, x) for x in inputs) for y in targets)

    @functools.cached_property
    def judged(self):
        """Losses in inference mode: `untrained` and `reloaded` on validation, `train` reloaded on training samples."""
        model, data = self.program.compiled(), self.program.data
        untrained = self.loss(model, data.validation)
        self.given.reload(model)
        few = samples.first(data.train, MOST_JUDGED)
        return {"untrained": untrained, "reloaded": self.loss(model, data.validation), "train": self.loss(model, few)}

    def loss(self, model, split):
        """As train.py validates: a loss that compares the samples of a batch depends on their number."""
        size = self.program.cfg.training.batch_size
        return model.evaluate(*batches.evaluated(split, size), batch_size=size, verbose=0, return_dict=True)["loss"]

    @functools.cached_property
    def lead(self):
        """How far the given training leads the permuted one on validation, in standard errors over parts of it."""
        model, held = self.program.compiled(), self.program.data.validation
        held = samples.first(held, samples.count(held))
        parts = np.array_split(np.arange(samples.count(held)), PARTS)
        losses = []
        for training in (self.permuted, self.given):
            training.reload(model)
            losses.append([self.loss(model, samples.take(held, part)) for part in parts])
        leads = np.subtract(*losses)
        return float(leads.mean() / max(leads.std(ddof=1) / np.sqrt(len(leads)), 1e-9))

    @functools.cached_property
    def constant(self):
        """The least training loss of one constant prediction; None where that makes no sense."""
        return self.least(self.program.data.population)

    def least(self, targets):
        return constant_loss(self.program.compiled(), self.one, targets)

    @property
    def one(self):
        """The inputs of one training sample."""
        return samples.take(self.program.data.train[0], slice(0, 1))

    @property
    def scale(self):
        """What there is to learn: from what a constant scores down to the floor; without a floor, from the start."""
        if self.constant is not None and self.floor is not None and self.constant > self.floor:
            return self.constant - self.floor
        return abs(self.judged["untrained"] - min(self.permuted.losses("val"))) or 1.0

    @functools.cached_property
    def update_ratio(self):
        """Norm of a step's update over norm of the weights: the median over kernels, the largest of the first steps;
        where the learning rate rises later, as it will be at its peak. A kernel that starts at zero tells nothing: its
        norm is that of the updates."""
        model, ratios = self.program.compiled(), []
        model(self.one, training=False)  # a subclassed network has no weights before
        model.optimizer.build(model.trainable_variables)
        step = backend.compiled_step(model)
        started = [path for path, kernel in kernels(model).items() if kernel.any()]
        for i in range(FIRST_STEPS):
            before = kernels(model)
            step(backend.batch(self.program.plan.batches[i]))
            after = kernels(model)
            norms = [
                np.linalg.norm(after[path] - before[path]) / (np.linalg.norm(before[path]) or 1) for path in started
            ]
            ratios += [float(np.median(norms))] if norms else []
        first = max(rates(model.optimizer, range(FIRST_STEPS)), default=0)
        return float(np.nanmax([*ratios, 0])) * (max(self.rates) / first if first else 1)

    @functools.cached_property
    def rates(self):
        """The learning rate from the first to the last planned step; empty where it is constant."""
        return rates(self.program.compiled().optimizer, np.linspace(0, self.program.plan.steps - 1, 101))
