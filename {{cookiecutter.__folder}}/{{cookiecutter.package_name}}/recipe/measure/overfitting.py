"""MACHINERY. What the rungs `one` and `ten` measure: one training on a few samples, and what it left.

The researcher's own train.py trains, as with data.subset=1 or 10, but with what hinders memorising switched off.
"""

import functools

import keras
import numpy as np
from keras import tree
from omegaconf import OmegaConf

from ..keras_side import backend, private
from ..paper.best import LAST
from ..prepare import batches, regularizers, samples
from . import constant, heads, loss_answers, uphill
from .by_layer import FirstUpdates
from .measuring import OnSamples

NUMBERS = {"one": 1, "ten": 10}
# Early stopping is for the validation split: here it would end the memorising; averages over so few steps lag behind.
HINDERING = ("EarlyStopping", "SwapEMAWeights")
HINDERING_KEYS = (
    ("optimizer.weight_decay", 0.0),
    ("optimizer.use_ema", False),
    ("training.average", None),
    ("training.accumulate", None),  # one batch holds all there is
)
LONGER = 5  # times the steps, where the loss was on its way
ON_ITS_WAY = 0.3  # from the start to the goal
AT_REST = 0.02  # of that way, in the last fifth of the steps …
CLOSED = 0.1  # … and of what was missing then
BETWEEN_LOOKS = 100  # steps of a program that is asked again


class Measured(OnSamples):
    """The training, the network that it left, and what its samples score."""

    again = False  # whether this is one of many changed programs, of which only one thing is wanted: is it learnt?

    @property
    def number(self):
        return min(NUMBERS[self.rung], samples.count(self.program.data.train))

    def plain(self, *overrides):
        """The configuration of `train data.subset=…`, without the settings that hinder memorising."""
        own = self.cfg
        callbacks = {n: c for n, c in own.training.callbacks.items() if c and not c._target_.endswith(HINDERING)}
        few = ("data.subset", self.number), ("data.samples", None), ("training.callbacks", callbacks)
        few += (("training.max_steps", None),)  # of the whole data
        off = [(key, value) for key, value in HINDERING_KEYS if OmegaConf.select(own, key)]
        return self.program.changed(*few, *off, *overrides)

    def trained(self, name, *overrides):
        """(the network as a training leaves it, its program.Training)."""
        cfg = self.plain(*overrides, ("training.judged", self.judged))
        with regularizers.switched_off():
            training = self.program.train(cfg, name)
        model = self.fresh(cfg)
        training.reload(model)
        return model, training

    @property
    def judged(self):
        """The weights to be saved: the last; where `best` is the least loss on the way, those that have it."""
        return {"best": "val/loss"} if self.on_the_way else LAST

    @functools.cached_property
    def on_the_way(self):
        """Whether the least loss on the way is judged: without a floor, or of an own loss, the last may be any."""
        return self.floor is None or not constant.asks_only_predictions(self.untrained)

    def fresh(self, cfg):
        """The untrained network without what hinders memorising."""
        with regularizers.switched_off():
            model = self.program.compiled(cfg, batches.plan(cfg, self.data))
            model(self.inputs, training=False)
        return model

    @functools.cached_property
    def data(self):
        return samples.load(self.plain())

    @property
    def batches(self):
        return batches.plan(self.plain(), self.data).batches

    @property
    def batch(self):
        return self.data.train

    @functools.cached_property
    def untrained(self):
        return self.fresh(self.plain())

    @functools.cached_property
    def run(self):
        """As configured; longer, up to the steps of a whole training, where it was on its way."""
        model, training = run = self.trained(self.rung)
        allowed = self.cfg.training.subset.steps
        steps = min(LONGER * allowed, self.program.plan.steps)
        if training.result.get("reached") or steps <= allowed or (self.number == 1 and normalizations(model)):
            return run
        target = constant.target(self.cfg, self.constant)
        if target is None or not ON_ITS_WAY < self.way(np.nanmin(training.losses("val")), target) < 1:
            return run
        return self.trained(f"{self.rung}-longer", ("training.subset.steps", int(steps)))

    @property
    def model(self):
        return self.run[0]

    @property
    def history(self):
        """The validation loss after each round."""
        return self.run[1].losses("val")

    @property
    def falling(self):
        """Whether the training ended before the loss came to rest."""
        early = self.history[: -max(1, len(self.history) // 5)]
        if not early:
            return False
        last, before = (self.way(np.nanmin(losses), self.goal) for losses in (self.history, early))
        return bool(last - before > AT_REST or before < 1 and last - before > CLOSED * (1 - before))

    @property
    def normalizations(self):
        return normalizations(self.model)

    def way(self, loss, goal):
        """Share of the way from the untrained network's loss to the goal."""
        return (self.start - loss) / max(self.start - goal, 1e-6)

    def scored(self, model, training=False):
        """The loss of a network's predictions for the samples."""
        with backend.unchanged(model):
            y_pred = tree.map_structure(backend.fresh, model(self.inputs, training=training))
        return loss_answers.loss_of(model, *self.batch, y_pred)

    @functools.cached_property
    def start(self):
        return self.scored(self.untrained)

    @functools.cached_property
    def settled_loss(self):
        return self.settled(self.model)

    def settled(self, model):
        """The loss in inference mode once BatchNorm's moving statistics have caught up with the batch's."""
        norms = normalizations(model)
        kept = [layer.momentum for layer in norms]
        with backend.unchanged(model):
            for layer in norms:
                layer.momentum = 0.0
            model(self.inputs, training=True)
            for layer, momentum in zip(norms, kept, strict=True):
                layer.momentum = momentum
            return self.scored(model)

    @functools.cached_property
    def best(self):
        """The loss to judge, of the weights that are saved."""
        if self.on_the_way:
            return float(np.nanmin([*self.history, self.loss]))
        return min(self.loss, self.settled_loss) if self.normalizations else self.loss

    @functools.cached_property
    def constant(self):
        """The least loss of one prediction for all of the training split; None where the model's own train_step may ask
        for other targets, such as those of the state that follows."""
        if heads.own_step(self.untrained):
            return None
        return constant.constant_loss(self.untrained, samples.take(self.inputs, slice(0, 1)), self.data.population)

    def least(self, groups):
        """The least loss on these few of predictions that are the same within each group."""
        like = self.contract.y_pred
        return constant.known(constant.least_loss(self.untrained, self.inputs, like, self.batch[1], groups))

    @functools.cached_property
    def own_constant(self):
        """What a network scores on these few that ignores its inputs."""
        return None if self.constant is None else self.least(np.zeros(self.number, int))

    @functools.cached_property
    def own_floor(self):
        """The least any network could reach on these few: above the floor for soft or contradictory targets."""
        rows = np.concatenate([leaf.reshape(self.number, -1) for leaf in samples.leaves(self.batch[0])], axis=1)
        return self.least(np.unique(rows, axis=0, return_inverse=True)[1].reshape(-1))

    @property
    def target(self):
        """The loss at which the training ended, or would have."""
        return self.run[1].result.get("target")

    @functools.cached_property
    def goal(self):
        """The loss to reach; None where the start is as low already."""
        if self.target is not None and self.loss <= self.target:
            return self.target
        if self.constant is None:
            floor = self.start - abs(self.start) if self.floor is None else self.floor
            return floor + 0.5 * (self.start - floor) if self.start - floor > 1e-3 else None
        if self.floor is None:
            nothing = self.constant if self.number == 1 else self.own_constant
            below = nothing - 0.1 * max(1.0, abs(nothing))
            # A sample's own least loss may lie above the best constant's mean: Poisson's is another for each count. For
            # a count of 0 none is found, since below any rate that a network answers it falls without end.
            least = nothing if self.own_floor is None and self.number == 1 else self.own_floor
            return below if least is None else max(below, (least + self.start) / 2)
        # How low a wrong loss or head can come excuses nothing.
        least = None if self.twice or self.broadcasts else self.own_floor
        return constant.target(self.cfg, self.constant, self.floor if least is None else max(self.floor, least))

    @property
    def twice(self):
        """Whether softmax or sigmoid is taken twice: then right classes prove nothing."""
        return any(cause.endswith("-twice") for cause in self.contract.misread)

    @functools.cached_property
    def broadcasts(self):
        return not self.contract.unknown and loss_answers.differ(*self.contract.aligned)

    @functools.cached_property
    def with_adam(self):
        """The loss after the same steps of Adam at 1e-3, without schedule or clipping."""
        return self.settled(self.fitted(self.adam()))

    @functools.cached_property
    def without_additions(self):
        """The same, while layers add nothing to the loss; None where they add nothing by themselves."""
        model = self.adam()
        if not regularizers.penalty(model):
            return None
        with private.nothing_added(model):
            return self.settled(self.fitted(model))

    def adam(self):
        """The untrained network with Adam at 1e-3, without schedule or clipping."""
        model = self.fresh(self.plain(("training.schedule", None)))
        model.optimizer = keras.optimizers.Adam(1e-3)
        return model

    def fitted(self, model):
        """A network after the steps that a subset is given."""
        plan = batches.plan(self.plain(), self.data)
        model.fit(plan.batches, steps_per_epoch=plan.steps_per_epoch, epochs=plan.epochs, shuffle=False, verbose=0)
        return model

    @functools.cached_property
    def turned(self):
        """Kernels whose gradient points uphill, by their paths; none of a train_step or a loss of the model's own."""
        if heads.own_step(self.untrained) or not constant.asks_only_predictions(self.model):
            return []
        models = (self.untrained, self.model)
        return [path for model in models for path in uphill.uphill(model, self.batch, self.scored)]

    @functools.cached_property
    def updates(self):
        return FirstUpdates(self.fresh(self.plain()), self.batches, self.cfg.training.subset.steps)


class Again(Measured):
    """The same of a changed program: plain steps of its train_step, without what train.py makes around them, which
    takes several times as long."""

    again = True

    @functools.cached_property
    def run(self):
        model, _ = self.untrained, self.start  # what the untrained one scores is asked before it is trained
        step, fed = backend.compiled_step(model), [backend.batch(self.batches[i]) for i in range(self.number)]
        for i in range(self.cfg.training.subset.steps):
            step(fed[i % len(fed)])
            if i % BETWEEN_LOOKS == BETWEEN_LOOKS - 1 and self.reached(model):
                break
        return model, None

    @property
    def history(self):
        return [self.loss]

    def reached(self, model):
        return self.target is not None and self.settled(model) <= self.target

    @property
    def target(self):
        return constant.target(self.cfg, self.constant)

    @functools.cached_property
    def best(self):
        return min(self.loss, self.settled_loss)


def normalizations(model):
    kind = keras.layers.BatchNormalization
    return [layer for layer in private.layers_of(model) if isinstance(layer, kind)]
