"""MACHINERY. Rung `all`: does it learn the whole data set, and better than dumb baselines?

Every training here is the researcher's own train.py, cut to `recipe.steps` updates: the comparisons differ from the
given one in the data they get, or in the model.
"""

import functools
import math
import warnings
from pathlib import Path

import keras
import numpy as np
from hydra.utils import instantiate
from keras import ops, tree
from omegaconf import OmegaConf

from .. import samples
from ..constant import constant_loss
from ..inside import rates
from ..verdicts import fails, fails_unless, passes, skips, warns_unless
from . import Measuring

TRAININGS = 4  # given, permuted, zeros, linear: at most
LINEAR = Path(__file__).parents[3] / "conf/model/linear.yaml"
FIRST_STEPS = 10
MOST_JUDGED = 1000  # training samples whose loss is recomputed
FEW_STEPS = 100  # of a whole training: hardly any network has learnt by then
# Shares of what there is to learn. Judgements: labels shuffled against inputs gain nothing, and no healthy program of
# the suite less than LEAST_GAIN; a training that is long enough hardly gains from four times the steps.
LEAST_GAIN, WELL_BELOW, MUCH_BETTER = 0.02, 0.1, 0.2
SLOW, FAST, TOO_FAST = 3e-4, 1e-1, 0.5  # step to weight; usual is 1e-3 to 3e-2; healthy programs reach 0.2
PARTS, SURE = 20, 2.0  # of the validation split; standard errors, which shuffled targets exceed one time in forty
LITTLE, NEARLY = 0.1, 0.8  # learnt, of what there is to learn
STILL = 0.01  # what the last quarter of a training still gains
OTHER_WEIGHTS = 0.25  # of the loss: averages of weights score a little otherwise than the last ones, other weights far


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

    @functools.cached_property
    def judged(self):
        """Losses in inference mode: `untrained` and `reloaded` on validation, `train` reloaded on training samples."""
        model, data = self.program.compiled(), self.program.data
        untrained = self.loss(model, data.validation)
        reload(model, self.given)
        few = samples.take(data.train, slice(0, MOST_JUDGED))
        return {
            "untrained": untrained,
            "reloaded": self.loss(model, data.validation),
            "train": self.loss(model, few),
        }

    def loss(self, model, split):
        """As train.py validates: a loss that compares the samples of a batch depends on their number."""
        size = self.program.cfg.training.batch_size
        return model.evaluate(*split, batch_size=size, verbose=0, return_dict=True)["loss"]

    @functools.cached_property
    def lead(self):
        """How far the given training leads the permuted one on validation, in standard errors over parts of it."""
        model, held = self.program.compiled(), self.program.data.validation
        parts = np.array_split(np.arange(samples.count(held)), PARTS)
        losses = []
        for training in (self.permuted, self.given):
            reload(model, training)
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
        model.steps_per_execution = 1
        started = [bool(kernel.any()) for kernel in kernels(model)]
        for _ in range(FIRST_STEPS):
            before = kernels(model)
            # Not train_on_batch, which hands a train_step of one's own a third part, the sample weights.
            model.fit(self.program.plan.batches, steps_per_epoch=1, shuffle=False, verbose=0)
            norms = [
                np.linalg.norm(after - kernel) / (np.linalg.norm(kernel) or 1)
                for kernel, after, counts in zip(before, kernels(model), started, strict=True)
                if counts
            ]
            ratios += [float(np.median(norms))] if norms else []
        first = max(rates(model.optimizer, range(FIRST_STEPS)), default=0)
        return float(np.nanmax([*ratios, 0])) * (max(self.rates) / first if first else 1)

    @functools.cached_property
    def rates(self):
        """The learning rate from the first to the last planned step; empty where it is constant."""
        return rates(self.program.compiled().optimizer, np.linspace(0, self.program.plan.steps - 1, 101))


def reload(model, training):
    """Puts the weights that a training has left into a network."""
    with warnings.catch_warnings(action="ignore"):  # of the optimizer's state, which is not needed here
        model.load_weights(training.run_dir / "model.weights.h5")


def kernels(model):
    return [ops.convert_to_numpy(weight) for weight in model.trainable_weights if weight.name == "kernel"]


def schedule(m):
    """Half-way through the planned training the learning rate is still there."""
    if not m.rates:
        return skips("the learning rate is constant")
    half = m.rates[50] / max(m.rates)
    because = f"at half of the {m.program.plan.steps:,} steps the learning rate is {half:.1g} of its peak"
    judge = fails_unless if half < 1e-3 else warns_unless
    return judge(half >= 1e-2, half, "≥ 0.01 of its peak at half time", {"schedule-reaches-zero": because})


def finite(m):
    """NaN or Inf in any figure of the training."""
    values = [value for row in m.given.history for value in row.values()]
    bad = sum(not math.isfinite(value) for value in values)
    if not bad:
        return passes(f"{len(values)} figures")
    return fails(f"{bad} of {len(values)} figures are NaN or infinite", "none", not_learnt(m))


def early_stopping(m):
    """What an EarlyStopping watches is logged, and counts in the direction it improves."""
    if not stoppers(m):
        return skips("there is none")
    for wrong in filter(None, (misuse(stopper, m.given.history[0]) for stopper in stoppers(m))):
        return fails(wrong, "a logged figure, in its direction", {"early-stopping-misused": wrong})
    return passes(", ".join(stopper.monitor for stopper in stoppers(m)))


def stoppers(m):
    callbacks = instantiate(m.program.cfg.training.callbacks, _convert_="all").values()
    return [callback for callback in callbacks if isinstance(callback, keras.callbacks.EarlyStopping)]


def logged_as(monitor):
    """Keras' name of a figure as the history has it."""
    return f"val/{monitor.removeprefix('val_')}" if monitor.startswith("val_") else f"train/{monitor}"


def grows(monitor):
    """Whether more of it is better, by its name."""
    return any(word in monitor for word in ("acc", "auc", "precision", "recall", "f1"))


def misuse(stopper, logged):
    """What is wrong with an EarlyStopping, in words; None where nothing is."""
    monitor, mode = stopper.monitor, stopper.mode
    if logged_as(monitor) not in logged:
        return f"it watches {monitor}; logged are {', '.join(name for name in logged if '/' in name)}"
    smaller_is_better = any(word in monitor for word in ("loss", "error"))
    if smaller_is_better and mode == "max" or grows(monitor) and mode == "min":
        return f"it waits for {monitor} to reach its {mode}"
    if stopper.patience < 1 and not stopper.restore_best_weights:
        return f"a single epoch without improvement of {monitor} ends the training (patience {stopper.patience})"
    return None


def checkpoint(m):
    """The weights on disk score as the last epoch or the best one did, or better: averaged weights may."""
    reloaded, validation = m.judged["reloaded"], m.given.losses("val")
    last, best = validation[-1], min(validation)
    kept = [validation[epoch] for epoch in restored(m)]
    near = any(reloaded <= loss + OTHER_WEIGHTS * abs(loss) + 1e-3 for loss in (last, best, *kept))
    because = f"the saved weights score {reloaded:.4g} on validation, the training ended with {last:.4g}"
    expected = f"about {last:.4g} or {best:.4g}, the last epoch's or the best one's"
    return fails_unless(near, reloaded, expected, {"other-weights-evaluated": because})


def restored(m):
    """The epochs whose weights an EarlyStopping has put back: the best by what it watches, not always the loss."""
    for stopper in stoppers(m):
        curve = [row.get(logged_as(stopper.monitor)) for row in m.given.history]
        if stopper.restore_best_weights and None not in curve:
            largest = stopper.mode == "max" or stopper.mode == "auto" and grows(stopper.monitor)
            yield int(np.argmax(curve) if largest else np.argmin(curve))


def loss_falls(m):
    """The loss on training samples ends below where it began."""
    end, start = m.judged["train"], m.judged["untrained"]
    return fails(end, f"< {start:.4g}, untrained", not_learnt(m)) if end >= start else passes(end, f"< {start:.4g}")


def beats_constant(m):
    """The loss on training samples is below that of the best prediction that ignores its input."""
    if m.constant is None:
        return skips("a constant prediction makes no sense under this loss")
    loss, expected = m.judged["train"], f"< {m.constant:.4g}, the best constant"
    if loss < m.constant:
        return passes(loss, expected)
    causes, untrained = settings(m), m.judged["untrained"]
    way = (untrained - loss) / (untrained - m.constant)
    said = f"steps of the usual size bring the loss {way:.0%} of the way from the start to the best constant"
    if SLOW <= m.update_ratio <= FAST:
        if way > NEARLY:  # what it costs to ignore the inputs is soon learnt, even from targets of other samples
            causes["labels-shuffled-against-inputs"] = said
        elif m.floor is None:  # a density has a best constant; one that is turned round falls without end
            causes["loss-sign-flipped"] = said
    return fails(loss, expected, {**causes, **not_learnt(m)})


def beats_zeros(m):
    """The inputs help: the same training on inputs of zeros ends with a higher loss.

    Fed zeros, a network answers all samples alike: below the best constant there is nothing to train for comparison.
    """
    if m.program.data.population is None:
        return skips("without targets, zeros are easier to learn than the inputs")
    given = m.given.losses("train")[-1]
    if m.constant is not None and given < m.constant:
        return passes(given, f"< {m.constant:.4g}, the best that zeros allow")
    zeros = m.zeros.losses("train")[-1]
    if given < zeros:
        return passes(given, f"< {zeros:.4g}, fed zeros")
    causes = settings(m)
    if unrelated(m):
        said = f"neither the network nor model=linear leaves {m.constant:.4g}, the best constant"
        causes["labels-shuffled-against-inputs"] = said
    causes["dead-units"] = "the inputs do not reach the output; the rung loss shows each layer"
    return fails(given, f"< {zeros:.4g}, fed zeros", {**causes, **not_learnt(m)})


def unrelated(m):
    """Whether a linear network too ends near the best constant: one that takes too large steps ends far from it."""
    if m.constant is None or m.linear is None:
        return False
    return all(abs(t.losses("train")[-1] - m.constant) / m.scale < WELL_BELOW for t in (m.given, m.linear))


def labels_belong(m):
    """The validation loss is better than that of the same training on permuted targets, and than a constant's.

    From permuted targets nothing is learnt but how frequent they are: well below the best constant for the validation
    samples there is nothing to train for comparison.
    """
    kinds = {target.kind for target in tree.flatten(m.program.targets)}
    if m.program.data.population is None or kinds == {"none"}:
        return skips("there are no targets")
    given, least = min(m.given.losses("val")), m.least(m.program.data.validation[1])
    if least is not None and m.floor is not None and least - given > WELL_BELOW * (least - m.floor):
        return passes(given, f"< {least:.4g}, the best that permuted targets allow")
    if least is not None and m.floor is not None and least - m.floor < LEAST_GAIN * m.scale:
        return skips("the validation targets are nearly all the same")
    if m.floor is None and samples.count(m.program.data.validation) < PARTS:
        return skips(f"fewer than {PARTS} validation samples, and a loss without a floor")
    permuted = min(m.permuted.losses("val"))
    nothing = permuted if m.constant is None else min(m.constant, permuted)
    # Without a floor nothing tells how much there is to learn, only chance.
    belong = m.lead >= SURE if m.floor is None else (nothing - given) / m.scale >= LEAST_GAIN
    if belong:
        return passes(given, f"< {nothing:.4g}, learning nothing")
    because = f"training reached {m.judged['train']:.4g}, yet validation is as with permuted targets ({permuted:.4g})"
    ids = ("labels-shuffled-against-inputs", "validation-scaled-differently", "labels-noisy")
    causes = {**settings(m), **dict.fromkeys(ids, because), **not_learnt(m)}
    return fails(given, f"< {nothing:.4g}, learning nothing", causes)


def beats_linear(m):
    """The network is not worse than a linear one, on training and on validation samples."""
    if m.linear is None:
        return skips("model=linear is the model, is not there, or does not fit this task")
    pairs = [(min(m.given.losses(split)), min(m.linear.losses(split))) for split in ("train", "val")]
    worse = [given > 1.1 * linear and (given - linear) / m.scale > LEAST_GAIN for given, linear in pairs]
    given, linear = pairs[-1]
    because = f"after {m.program.steps} steps worse than a linear model, on training and on validation samples"
    ids = ["capacity-too-small", "too-few-epochs"]
    ids.insert(0 if m.update_ratio < SLOW else 1, "learning-rate-too-low")
    if m.update_ratio > TOO_FAST:
        ids.insert(0, "learning-rate-too-high")
    causes = dict.fromkeys(ids, because)
    return warns_unless(not all(worse), given, f"about or < {linear:.4g}, model=linear", causes)


def long_enough(m):
    """A training that is over within the comparison's steps does not get much better when it is four times as long."""
    if m.program.plan.steps > m.program.steps or m.constant is None:
        return skips("the comparisons see a part of the training only")
    losses = m.given.losses("val")
    given, early = min(losses), min(losses[: -(-3 * len(losses) // 4)])
    if len(losses) >= 4 and (early - given) / m.scale < STILL:
        return passes(given, f"about {early:.4g}, as after three quarters of it")
    longer = min(m.longer.losses("val"))
    because = f"{m.program.plan.steps} steps leave a loss of {given:.4g}, four times as many {longer:.4g}"
    enough = (given - longer) / m.scale < MUCH_BETTER
    slow = {"learning-rate-too-low": because} if m.update_ratio < SLOW else {}
    causes = {**settings(m), **slow, "too-few-epochs": because}
    return warns_unless(enough, given, f"about {longer:.4g}, four times as long", causes)


def step_size(m):
    """A step of the usual size, or one with which the network learns all the same: gates and embeddings start small."""
    ratio, expected = m.update_ratio, f"{SLOW:g} to {FAST:g} of the weights, or a loss that falls"
    learnt = 1.0 if m.constant is None else (m.constant - m.judged["train"]) / m.scale
    causes = {cause: because for cause, because in not_learnt(m).items() if cause.startswith("learning-rate")}
    return warns_unless(SLOW <= ratio <= FAST or learnt > LITTLE, ratio, expected, causes)


def not_learnt(m):
    """Why a loss diverges or stands still: what a setting gives away first, then how far a step moves."""
    ratio = m.update_ratio
    because = f"a step moves the weights by {ratio:.1g} of their norm; 1e-3 is usual"
    rates = ("learning-rate-too-high", "learning-rate-too-low")
    causes = {**settings(m), **dict.fromkeys(rates if ratio >= SLOW else rates[::-1], because)}
    return {**causes, "optimizer-wrong": "the loss did not fall with this optimizer"}


def settings(m):
    """Causes that a setting itself gives away."""
    model = m.program.compiled()
    layers, optimizer, causes = model._flatten_layers(include_self=False), model.optimizer, {}
    clipped = min(getattr(optimizer, name) or math.inf for name in ("clipnorm", "clipvalue", "global_clipnorm"))
    dropped = max((layer.rate for layer in layers if isinstance(layer, keras.layers.Dropout)), default=0)
    if any(layer.compute_dtype == "float16" for layer in layers):
        causes["half-precision-overflow"] = "layers compute in float16"
    if getattr(optimizer, "epsilon", 0) > 1e-3:
        causes["adam-epsilon-wrong"] = f"epsilon is {optimizer.epsilon:g}; 1e-7 is usual"
    if clipped < 1e-2:
        causes["gradient-clipped-away"] = f"gradients are clipped at {clipped:g}"
    if dropped > 0.5:
        causes["dropout-misused"] = f"a Dropout lets {1 - dropped:.0%} through"
    if m.program.plan.steps < FEW_STEPS:
        causes["too-few-epochs"] = f"the whole training has {m.program.plan.steps} steps"
    return causes


CHECKS = (
    schedule,
    finite,
    early_stopping,
    checkpoint,
    loss_falls,
    beats_constant,
    beats_zeros,
    labels_belong,
    beats_linear,
    step_size,
    long_enough,
)
