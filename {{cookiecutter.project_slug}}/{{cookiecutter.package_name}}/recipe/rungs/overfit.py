"""MACHINERY. The rungs `one` and `ten`: can it learn one sample by heart, and can it tell ten apart?

Trained as train.py does it with data.subset=1 or 10, with what hinders memorising switched off: a mistake in model,
loss or labels shows here, and the data is not to blame.
"""

import contextlib
import functools
import io
import json
import warnings

import keras
import numpy as np
from keras import ops, tree
from omegaconf import OmegaConf

from ... import train as script
from .. import backend, batches, constant, contract, regularizers, samples, verdicts
from ..inside import UPDATES, Inside, kernels, update
from ..verdicts import Cause
from .plateau import causes_of, softmax_twice

NUMBERS = {"one": 1, "ten": 10}
SAME = 1e-3  # relative difference of two losses that should be one
LONGER = 5  # times the steps, where the loss was on its way
ON_ITS_WAY, HARDLY = 0.3, 0.1  # of the way from the start to the goal
FORGOTTEN = 0.01  # what may be left of BatchNorm's first statistics after a whole training
RANDOM = 1e-2  # relative difference of two calls: dropout 0.1 gives 0.3, a power iteration of spectral norms 1e-3


def measure(program, rung):
    return Measured(program, NUMBERS[rung])


class Measured:
    """One training on a few samples, and what it left."""

    def __init__(self, program, number):
        self.program = program
        self.number = min(number, samples.count(program.data.train))
        self.floor = program.cfg.loss.floor

    def cfg(self, *overrides):
        """As `train data.subset=…`, plain."""
        own = self.program.cfg
        plain = [("data.subset", self.number), ("data.samples", None), ("tracker", {}), ("recipe.plain", True)]
        # Early stopping is for the validation split: here it would end the memorising.
        callbacks = {n: node for n, node in own.training.callbacks.items() if "EarlyStopping" not in node._target_}
        cfg = self.program.changed(*plain, ("training.callbacks", callbacks), *overrides)
        if OmegaConf.select(own, "optimizer.weight_decay"):
            cfg.optimizer.weight_decay = 0.0
        return cfg

    def trained(self, name, *overrides):
        """(the network as a training leaves it, its history)."""
        cfg, folder = self.cfg(*overrides), self.program.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        with contextlib.redirect_stdout(io.StringIO()):
            script.train(cfg, folder)
        rows = np.genfromtxt(folder / "history.csv", delimiter=",", names=True, deletechars="", encoding="utf-8")
        model = self.fresh(cfg)
        with warnings.catch_warnings(action="ignore"):  # of the optimizer's state, which is not needed here
            model.load_weights(folder / "model.weights.h5")
        self.record = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        return model, np.atleast_1d(rows["val/loss"])

    def fresh(self, cfg):
        model = script.compiled(cfg, batches.plan(cfg, self.data))
        model(self.inputs, training=False)
        return model

    @functools.cached_property
    def data(self):
        return samples.load(self.cfg())

    @property
    def batch(self):
        return self.data.train

    @functools.cached_property
    def inputs(self):
        return contract.tensors(self.batch[0])

    @functools.cached_property
    def untrained(self):
        return self.fresh(self.cfg())

    @functools.cached_property
    def left_on(self):
        return regularizers.left_on(self.run[0], self.inputs)

    @functools.cached_property
    def run(self):
        """As configured; longer, up to the steps of a whole training, where it was on its way."""
        name, allowed = "one" if self.number == 1 else "ten", self.program.cfg.training.subset.steps
        run = self.trained(name)
        if self.record.get("reached") or (self.number == 1 and normalizations(run[0])):
            return run
        steps = min(LONGER * allowed, self.program.plan.steps)
        target = constant.target(self.program.cfg, self.constant)
        if target is None or steps <= allowed or not ON_ITS_WAY < self.way(np.nanmin(run[1]), target) < 1:
            return run
        return self.trained(f"{name}-longer", ("training.subset.steps", int(steps)))

    def way(self, loss, goal):
        """Share of the way from the untrained network's loss to the goal."""
        return (self.start - loss) / max(self.start - goal, 1e-6)

    @property
    def model(self):
        return self.run[0]

    @property
    def normalizations(self):
        return normalizations(self.model)

    def predictions(self, model, training=False):
        with backend.unchanged(model):
            return tree.map_structure(backend.fresh, model(self.inputs, training=training))

    @functools.cached_property
    def y_pred(self):
        """What the trained network predicts in inference mode, as it was left."""
        return self.predictions(self.model)

    @functools.cached_property
    def loss(self):
        return contract.loss_of(self.model, *self.batch, self.y_pred)

    @functools.cached_property
    def seen_loss(self):
        """The loss of the same as Keras sees it, which looks behind a softmax or sigmoid."""
        return contract.loss_of(self.model, *self.batch, self.model(self.inputs, training=False))

    @functools.cached_property
    def training_loss(self):
        return contract.loss_of(self.model, *self.batch, self.predictions(self.model, training=True))

    @functools.cached_property
    def settled_loss(self):
        """The loss in inference mode once BatchNorm's moving statistics have caught up with the batch's."""
        return contract.loss_of(self.model, *self.batch, self.settled(self.model))

    def settled(self, model):
        with backend.unchanged(model):
            norms = normalizations(model)
            kept = [layer.momentum for layer in norms]
            for layer in norms:
                layer.momentum = 0.0
            model(self.inputs, training=True)
            for layer, momentum in zip(norms, kept, strict=True):
                layer.momentum = momentum
            return tree.map_structure(backend.fresh, model(self.inputs, training=False))

    @functools.cached_property
    def start(self):
        return contract.loss_of(self.untrained, *self.batch, self.predictions(self.untrained))

    @functools.cached_property
    def constant(self):
        """The least loss of one prediction for all of the training split."""
        return constant.constant_loss(self.untrained, samples.take(self.inputs, slice(0, 1)), self.data.population)

    @functools.cached_property
    def own_constant(self):
        """The same for these few samples alone: what a network scores that ignores its inputs."""
        if self.constant is None:
            return None
        groups = np.zeros(self.number, int)
        return constant.least_loss(self.untrained, self.y_pred, self.batch[1], groups)

    @functools.cached_property
    def least(self):
        """The least loss any network could reach on these few: above the floor for soft or contradictory targets."""
        rows = np.concatenate([leaf.reshape(self.number, -1) for leaf in samples.leaves(self.batch[0])], axis=1)
        groups = np.unique(rows, axis=0, return_inverse=True)[1].reshape(-1)
        return constant.least_loss(self.untrained, self.y_pred, self.batch[1], groups)

    @functools.cached_property
    def goal(self):
        """The loss to reach; None where the start is as low already."""
        if self.record.get("target") is not None and self.loss <= self.record["target"]:
            return self.record["target"]
        if self.constant is None:
            floor = self.start - abs(self.start) if self.floor is None else self.floor
            return floor + 0.5 * (self.start - floor) if self.start - floor > 1e-3 else None
        if self.floor is None:
            constant_here = self.constant if self.number == 1 else self.own_constant
            below = constant_here - 0.1 * max(1.0, abs(constant_here))
            # A sample's own least loss may lie above the best constant's mean: Poisson's is another for each count.
            return below if self.least is None else max(below, self.least + 0.5 * (self.start - self.least))
        least = None if self.loss_is_broken else self.least
        return constant.target(self.program.cfg, self.constant, max(self.floor, self.floor if least is None else least))

    @functools.cached_property
    def loss_is_broken(self):
        """Whether the loss or its head is wrong as far as it can tell: what it can reach then excuses nothing."""
        if self.asked.unknown:
            return False
        as_is, aligned = self.asked.aligned
        twice = self.asked.expects == "logits" and self.asked.probabilities[0]
        return twice or abs(as_is - aligned) > SAME * max(abs(as_is), abs(aligned), 1e-6)

    @functools.cached_property
    def best(self):
        """The loss to judge: what is left at the end; without a floor, or of an own loss, the least on the way."""
        if self.floor is None or not constant.asks_only_predictions(self.model):
            return float(np.nanmin([*self.run[1], self.loss]))
        return min(self.loss, self.settled_loss) if self.normalizations else self.loss

    @functools.cached_property
    def accuracy(self):
        """Share of right classes; None where there are none."""
        if self.asked.unknown or self.asked.styles != ["units"]:
            return None
        p = ops.convert_to_numpy(tree.flatten(self.y_pred)[0])
        return float(np.mean(p.argmax(-1) == self.asked.truths[0][1].argmax(-1)))

    @functools.cached_property
    def best_reached(self):
        return self.goal is None or self.best <= self.goal

    @functools.cached_property
    def adam_reached(self):
        return self.goal is not None and self.with_adam <= self.goal

    @functools.cached_property
    def plateau_is_known(self):
        """Whether the loss stops where a softmax of a softmax does: then right classes prove nothing."""
        return softmax_twice(self) is not None

    @property
    def half(self):
        return any("16" in layer.compute_dtype for layer in self.model._flatten_layers(include_self=False))

    @functools.cached_property
    def asked(self):
        return contract.Contract(self.model, self.program.targets, self.batch, self.y_pred)

    @functools.cached_property
    def inside(self):
        """Of the trained network."""
        return Inside(self.model, self.batch, batches.plan(self.cfg(), self.data).batches)

    @functools.cached_property
    def with_adam(self):
        """The loss after the same steps of Adam at 1e-3, without schedule or clipping."""
        cfg = self.cfg(("training.schedule", None))
        plan = batches.plan(cfg, self.data)
        model = script.compiled(cfg, plan)
        model.optimizer = keras.optimizers.Adam(1e-3)
        model.fit(plan.batches, steps_per_epoch=plan.steps_per_epoch, epochs=plan.epochs, shuffle=False, verbose=0)
        return contract.loss_of(model, *self.batch, self.settled(model))

    @functools.cached_property
    def updates(self):
        """The first updates as configured: median step to weight, and the gradient's norm and root mean square."""
        model = self.fresh(self.cfg())
        inside = Inside(model, self.batch, batches.plan(self.cfg(), self.data).batches)
        gradient = np.concatenate([g.ravel() for g in inside.gradients.values()] or [np.zeros(1)])
        ratios = []
        for i in range(UPDATES):
            before = {path: kernel.copy() for path, kernel in kernels(model).items()}
            update(model, inside.batches[i])
            steps = [np.linalg.norm(kernel - before[path]) for path, kernel in kernels(model).items()]
            sizes = [np.linalg.norm(kernel) for kernel in before.values()]
            ratios.append(np.median([step / size for step, size in zip(steps, sizes, strict=True) if size] or [0]))
        norm, rms = float(np.linalg.norm(gradient)), float(np.sqrt(np.mean(gradient**2)))
        return {"ratio": float(np.median(ratios)), "gradient": norm, "rms": rms, "optimizer": model.optimizer}


def normalizations(model):
    kind = keras.layers.BatchNormalization
    return [layer for layer in model._flatten_layers(include_self=False) if isinstance(layer, kind)]


def hinders_nothing(m):
    name = "plain"
    on, expected = m.left_on, "dropout, noise, augmentation and penalties off"
    what = []
    if on["training"] > RANDOM and on["inference"] <= RANDOM:
        what.append(f"two predictions in training mode differ by {on['training']:.2g} of their size")
    if on["penalty"] > 0:
        what.append(f"the model adds {on['penalty']:.3g} to the loss by itself")
    if not what:
        return verdicts.passed(name, "off", expected)
    said = f"could not be switched off: {'; '.join(what)}"
    if m.best_reached:  # then it hindered nothing
        return verdicts.Finding("pass", what[0], expected, reason=said, check=name)
    causes = [Cause("dropout-misused", said, "model.py (random numbers drawn by hand)")] * (on["penalty"] <= 0)
    causes = causes or [Cause("regularization-overwhelms", said, "model.py (add_loss)")]
    return verdicts.warned(name, what[0], expected, *causes, reason=said)


def stays_finite(m):
    name, history = "finite", m.run[1]
    if np.isfinite(history).all() and np.isfinite(m.loss):
        return verdicts.passed(name, "finite", "a finite loss to the end")
    step = int(np.argmin(np.isfinite(history))) if not np.isfinite(history).all() else len(history)
    because = f"the loss is not a number in round {step + 1} of {len(history)}"
    optimizer = Cause("learning-rate-too-high", because, "conf/optimizer, conf/training (schedule)")
    others = [Cause("loss-not-finite-at-extremes", because, "losses.py"), Cause("data-not-finite", because, "data.py")]
    causes = [optimizer, *others] if np.isfinite(m.with_adam) else [*others, optimizer]
    if m.half:
        causes.insert(0, Cause("half-precision-overflow", f"{because}, in half precision", "train.py (dtype policy)"))
    return verdicts.failed(name, "NaN", "a finite loss to the end", *causes)


def keeps_above_its_floor(m):
    name = "above-floor"
    if m.floor is None:
        return verdicts.skipped(name, "the loss has no floor")
    least = float(min(np.nanmin(m.run[1]), m.loss))
    if least >= m.floor - 0.01:
        return verdicts.passed(name, least, f"{m.floor:g} or more")
    because = f"the loss falls to {least:.4g}, below the floor {m.floor:g} of a perfect prediction"
    causes = [Cause("loss-sign-flipped", because, "losses.py")]
    causes.append(Cause("class-labels-with-binary-crossentropy", because, "conf/loss, model.py (units of the head)"))
    return verdicts.failed(name, least, f"{m.floor:g} or more", *causes)


def is_as_predicted(m):
    name = "as-predicted"
    if m.batch[1] is None or m.left_on["inference"] > 0:
        return verdicts.skipped(name, "there are no targets, or two predictions of the same inputs differ")
    if abs(m.seen_loss - m.loss) <= max(SAME * max(abs(m.loss), abs(m.seen_loss)), 1e-5):
        return verdicts.passed(name, m.loss, f"{m.seen_loss:.4g}, as in training")
    because = f"in training the loss is {m.seen_loss:.4g}, that of the predictions {m.loss:.4g}"
    style = None if m.asked.unknown else m.asked.styles[0]
    causes = contract.head_faults(style, ops.convert_to_numpy(tree.flatten(m.y_pred)[0]))
    where = "model.py (activation of the head), conf/loss (from_logits)"
    return verdicts.failed(name, m.loss, f"{m.seen_loss:.4g}", *(Cause(cause, because, where) for cause in causes))


def is_learnt(m):
    name = "learnt"
    if m.goal is None:
        return verdicts.skipped(name, "the loss starts at its best, or there is nothing to compare it with")
    expected = f"at most {m.goal:.4g}"
    if m.best_reached:
        return verdicts.passed(name, m.best, expected)
    few = "one sample" if m.number == 1 else f"{m.number} samples"
    if m.number > 1 and m.accuracy == 1 and not m.plateau_is_known:
        return verdicts.Finding(
            "pass", m.best, expected, reason=f"every one of {few} is classified rightly", check=name
        )
    if m.number == 1 and m.normalizations:
        return verdicts.skipped(name, "BatchNorm of one sample may be constant: this rung cannot judge it")
    way, adam = m.way(m.best, m.goal), m.adam_reached
    said = f"Adam at 1e-3 {'learns' if adam else 'does not learn'} the same: it comes to {m.with_adam:.4g}"
    finding = verdicts.warned if way > (0.5 if m.constant is not None else HARDLY) and adam else verdicts.failed
    if m.constant is None and way > HARDLY:
        finding = verdicts.warned
    return finding(name, m.best, expected, *causes_of(m), reason=f"{few}, {max(way, 0):.0%} of the way; {said}")


def infers_as_it_trains(m):
    name = "inference-as-training"
    if m.goal is None or m.constant is None or m.floor is None:
        return verdicts.skipped(name, "asked of losses with a floor")
    expected = f"at most {m.goal:.4g} in inference mode"
    if m.loss <= m.goal or m.training_loss > m.goal:
        return verdicts.passed(name, m.loss, expected)
    because = f"the same samples score {m.training_loss:.4g} in training mode and {m.loss:.4g} in inference mode"
    where = "model.py (BatchNormalization), train.py (training=)"
    gap = Cause("batchnorm-train-inference-gap", because, where)
    if m.settled_loss > m.goal:
        dropout = Cause("dropout-misused", because, "model.py")
        return verdicts.warned(name, m.loss, expected, *((gap, dropout) if m.normalizations else (dropout, gap)))
    slowest = max(layer.momentum for layer in m.normalizations)
    if slowest**m.program.plan.steps > FORGOTTEN:
        because += f"; with momentum {slowest:g} the moving statistics never catch up in {m.program.plan.steps:,} steps"
        return verdicts.failed(name, m.loss, expected, Cause("batchnorm-train-inference-gap", because, where))
    said = f"the moving statistics (momentum {slowest:g}) have not caught up; with the batch's own {m.settled_loss:.4g}"
    return verdicts.Finding("pass", m.loss, expected, reason=said, check=name)


CHECKS = (stays_finite, keeps_above_its_floor, is_as_predicted, hinders_nothing, is_learnt, infers_as_it_trains)
