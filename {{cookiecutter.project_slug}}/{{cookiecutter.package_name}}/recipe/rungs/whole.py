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
from keras import ops
from omegaconf import OmegaConf

from .. import samples
from ..constant import constant_loss
from ..verdicts import Cause, failed, passed, skipped, warned

MOST_JUDGED = 1000  # training samples whose loss is recomputed
FEW_STEPS = 100  # of a whole training: hardly any network has learnt by then
MUCH_BETTER = 0.2  # of what a constant prediction scores
TRAININGS = 4  # given, permuted, zeros, linear
CONF = Path(__file__).parents[3] / "conf"


def measure(program, rung):
    return Measured(program)


class Measured:
    """What the checks ask for, measured when it is first asked."""

    def __init__(self, program):
        self.program = program

    @functools.cached_property
    def given(self):
        return self.program.trained("given")

    @functools.cached_property
    def permuted(self):
        """The same training with each sample's target given to another."""
        return self.program.trained("permuted", spoiled("permuted"))

    @functools.cached_property
    def zeros(self):
        return self.program.trained("zeros", spoiled("zeros"))

    @functools.cached_property
    def longer(self):
        epochs, steps = 4 * self.program.cfg.training.epochs, 4 * self.program.plan.steps
        return self.program.trained("longer", ("training.epochs", epochs), ("training.max_steps", steps))

    @functools.cached_property
    def linear(self):
        """`model=linear`; None where it is the model, is not there, or does not fit the task."""
        file = CONF / "model/linear.yaml"
        if not file.exists() or self.program.cfg.model._target_.endswith(".linear"):
            return None
        try:
            return self.program.trained("linear", ("model", OmegaConf.load(file)))
        except Exception:
            return None

    @functools.cached_property
    def model(self):
        return self.program.compiled()

    @functools.cached_property
    def judged(self):
        """Losses in inference mode: `untrained` and `reloaded` on validation, `train` reloaded on training samples."""
        model, data = self.program.compiled(), self.program.data
        few = samples.take(data.train, slice(0, MOST_JUDGED))

        def loss(split):
            return model.evaluate(*split, batch_size=MOST_JUDGED, verbose=0, return_dict=True)["loss"]

        untrained = loss(data.validation)
        with warnings.catch_warnings(action="ignore"):  # of the optimizer's state, which is not needed here
            model.load_weights(self.given.run_dir / "model.weights.h5")
        return {"untrained": untrained, "reloaded": loss(data.validation), "train": loss(few)}

    @property
    def has_targets(self):
        return self.program.data.population is not None

    @functools.cached_property
    def constant(self):
        """The least training loss of one constant prediction; None where that makes no sense."""
        data = self.program.data
        return constant_loss(self.program.compiled(), samples.take(data.train[0], slice(0, 1)), data.population)

    @property
    def scale(self):
        """What there is to learn: from what a constant scores down to the floor; without a floor, from the start."""
        floor = self.program.cfg.loss.floor
        if self.constant is not None and floor is not None and self.constant > floor:
            return self.constant - floor
        return abs(self.judged["untrained"] - min(losses(self.permuted, "val"))) or 1.0

    @functools.cached_property
    def update_ratios(self):
        """Norm of a step's update over norm of the weights, the median over the kernels, of the first ten steps."""
        model, batches = self.program.compiled(), self.program.plan.batches
        model.steps_per_execution, ratios = 1, []
        for _ in range(10):
            before = [ops.convert_to_numpy(weight) for weight in model.trainable_weights if weight.name == "kernel"]
            # Not train_on_batch, which hands a train_step of one's own a third part, the sample weights.
            model.fit(batches, steps_per_epoch=1, shuffle=False, verbose=0)
            after = [ops.convert_to_numpy(weight) for weight in model.trainable_weights if weight.name == "kernel"]
            norms = [np.linalg.norm(b - a) / (np.linalg.norm(a) or 1) for a, b in zip(before, after, strict=True)]
            ratios.append(float(np.median(norms)) if norms else math.nan)
        return ratios

    @functools.cached_property
    def rates(self):
        """The learning rate over the whole planned training, at 101 moments; None for a constant one."""
        schedule = getattr(self.program.compiled().optimizer, "_learning_rate", None)
        if not isinstance(schedule, keras.optimizers.schedules.LearningRateSchedule):
            return None
        steps = np.linspace(0, self.program.plan.steps - 1, 101)
        return [float(schedule(float(step))) for step in steps]

    @functools.cached_property
    def callbacks(self):
        return instantiate(self.program.cfg.training.callbacks, _convert_="all")


def spoiled(comparison):
    return ("recipe.comparison", comparison)


def losses(training, split):
    return [row[f"{split}/loss"] for row in training.history]


def finite(m):
    """NaN or Inf in any figure of the training."""
    values = [value for row in m.given.history for value in row.values()]
    bad = sum(not math.isfinite(value) for value in values)
    if not bad:
        return passed("finite", f"{len(values)} figures")
    return failed("finite", f"{bad} of {len(values)} figures are NaN or infinite", "none", *rate_causes(m))


def loss_falls(m):
    """The loss on training samples ends below where it began."""
    end, start = m.judged["train"], m.judged["untrained"]
    if end < start:
        return passed("loss-falls", end, f"< {start:.4g}, untrained")
    return failed("loss-falls", end, f"< {start:.4g}, untrained", *rate_causes(m))


def rate_causes(m):
    """Why a loss diverges or stands still: what the optimizer and the layers say first, then how far a step moves."""
    ratio = float(np.nanmax([*m.update_ratios, 0]))
    words = f"a step moves the weights by {ratio:.1g} of their norm; 1e-3 is usual"
    where = "optimizer.learning_rate in conf/optimizer"
    high, low = (Cause(f"learning-rate-too-{size}", words, where) for size in ("high", "low"))
    wrong = Cause("optimizer-wrong", "the loss did not fall with this optimizer", "conf/optimizer")
    return (*settings(m), *((low, high) if ratio < 1e-4 else (high, low)), wrong)


def settings(m):
    """Causes that a setting itself gives away."""
    optimizer = m.model.optimizer
    clipped = [getattr(optimizer, name) or math.inf for name in ("clipnorm", "clipvalue", "global_clipnorm")]
    rates = [layer.rate for layer in m.model._flatten_layers() if isinstance(layer, keras.layers.Dropout)]
    if any(layer.compute_dtype == "float16" for layer in m.model._flatten_layers()):
        yield Cause("half-precision-overflow", "layers compute in float16", "the dtype policy")
    if getattr(optimizer, "epsilon", 0) > 1e-3:
        yield Cause("adam-epsilon-wrong", f"epsilon is {optimizer.epsilon:g}; 1e-7 is usual", "conf/optimizer")
    if min(clipped) < 1e-2:
        yield Cause("gradient-clipped-away", f"gradients are clipped at {min(clipped):g}", "conf/optimizer")
    if max(rates, default=0) > 0.5:
        yield Cause("dropout-misused", f"a Dropout lets {1 - max(rates):.0%} through", "model.py")
    if m.program.plan.steps < FEW_STEPS:
        yield Cause("too-few-epochs", f"the whole training has {m.program.plan.steps} steps", "conf/training")


def better_than_constant(m):
    """The loss on training samples is below that of the best prediction that ignores its input."""
    if m.constant is None:
        return skipped("beats-constant", "a constant prediction makes no sense under this loss")
    loss = m.judged["train"]
    if loss < m.constant:
        return passed("beats-constant", loss, f"< {m.constant:.4g}, the best constant")
    return failed("beats-constant", loss, f"< {m.constant:.4g}, the best constant", *rate_causes(m))


def better_than_zeros(m):
    """The inputs help: the same training on inputs of zeros ends with a higher loss."""
    if not m.has_targets:
        return skipped("beats-zeros", "without targets, zeros are easier to learn than the inputs")
    given, zeros = losses(m.given, "train")[-1], losses(m.zeros, "train")[-1]
    if given < zeros:
        return passed("beats-zeros", given, f"< {zeros:.4g}, fed zeros")
    dead = Cause("dead-units", "the inputs do not reach the output", "model.py; the rung loss shows each layer")
    return failed("beats-zeros", given, f"< {zeros:.4g}, fed zeros", *settings(m), dead, *rate_causes(m))


# Gain over the better of two know-nothing losses, as a share of what there is to learn. A judgement: no healthy program
# of the suite is below it, and the three whose labels were shuffled are.
LEAST_GAIN = 0.02


def labels_belong(m):
    """The validation loss is better than that of the same training on permuted targets, and than a constant's."""
    name = "labels-belong"
    if not m.has_targets:
        return skipped(name, "there are no targets")
    given, permuted = min(losses(m.given, "val")), min(losses(m.permuted, "val"))
    nothing = permuted if m.constant is None else min(m.constant, permuted)
    gain = (nothing - given) / m.scale
    expected = f"< {nothing:.4g}, learning nothing"
    if gain >= LEAST_GAIN:
        return passed(name, given, expected)
    learnt = f"training reached {m.judged['train']:.4g}, yet validation is as with permuted targets ({permuted:.4g})"
    return failed(
        name,
        given,
        expected,
        *settings(m),
        Cause("labels-shuffled-against-inputs", learnt, "data.py: are inputs and targets shuffled together?"),
        Cause("validation-scaled-differently", learnt, "data.py: is validation prepared as training is?"),
        Cause("labels-noisy", learnt, "data.py: look at the samples beside their targets"),
        *rate_causes(m)[:2],
    )


def better_than_linear(m):
    """The network is not worse than a linear one, on training and on validation samples."""
    if m.linear is None:
        return skipped("beats-linear", "model=linear is the model, is not there, or does not fit this task")
    worse = [min(losses(m.given, split)) > 1.1 * min(losses(m.linear, split)) for split in ("train", "val")]
    given, linear = min(losses(m.given, "val")), min(losses(m.linear, "val"))
    if not all(worse):
        return passed("beats-linear", given, f"about or < {linear:.4g}, model=linear")
    words = f"after {m.program.steps} steps worse than a linear model, on training and on validation samples"
    return warned(
        "beats-linear",
        given,
        f"< {linear:.4g}, model=linear",
        Cause("learning-rate-too-low", words, "conf/optimizer"),
        Cause("capacity-too-small", words, "the widths in model.py"),
        Cause("too-few-epochs", words, "conf/training"),
    )


def schedule_lasts(m):
    """Half-way through the planned training the learning rate is still there: FAIL below 1e-3 of its peak."""
    if m.rates is None:
        return skipped("schedule", "the learning rate is constant")
    half = m.rates[50] / max(m.rates)
    cause = Cause(
        "schedule-reaches-zero",
        f"at half of the {m.program.plan.steps:,} steps the learning rate is {half:.1g} of its peak",
        "the schedule's decay_steps in conf/training, conf/optimizer or train.py: counted in steps or in epochs?",
    )
    if half >= 1e-2:
        return passed("schedule", half, "≥ 0.01 of its peak at half time")
    return (warned if half >= 1e-3 else failed)("schedule", half, "≥ 0.01 of its peak at half time", cause)


def early_stopping(m):
    """What an EarlyStopping watches is logged, and counts in the direction it improves."""
    stoppers = [callback for callback in m.callbacks.values() if isinstance(callback, keras.callbacks.EarlyStopping)]
    if not stoppers:
        return skipped("early-stopping", "there is none")
    logged = [name.replace("train/", "").replace("val/", "val_") for name in m.given.history[0] if "/" in name]
    for stopper in stoppers:
        wrong = misuse(stopper, logged)
        if wrong:
            cause = Cause("early-stopping-misused", wrong, "training.callbacks in conf/training")
            return failed("early-stopping", wrong, "a logged figure, in its direction", cause)
    return passed("early-stopping", ", ".join(stopper.monitor for stopper in stoppers))


def misuse(stopper, logged):
    """What is wrong with an EarlyStopping, in words; None where nothing is."""
    if stopper.monitor not in logged:
        return f"it watches {stopper.monitor}; logged are {', '.join(logged)}"
    smaller_is_better = any(word in stopper.monitor for word in ("loss", "error"))
    larger_is_better = any(word in stopper.monitor for word in ("acc", "auc", "precision", "recall", "f1"))
    if smaller_is_better and stopper.mode == "max" or larger_is_better and stopper.mode == "min":
        return f"it waits for {stopper.monitor} to reach its {stopper.mode}"
    if stopper.patience < 1 and not stopper.restore_best_weights:
        return (
            f"a single epoch without improvement of {stopper.monitor} ends the training (patience {stopper.patience})"
        )
    return None


def checkpoint(m):
    """The weights on disk score as the last epoch or the best one did, or better: averaged weights may."""
    name, reloaded = "checkpoint", m.judged["reloaded"]
    validation = losses(m.given, "val")
    last, best = validation[-1], min(validation)
    expected = f"about {last:.4g} or {best:.4g}, the last epoch's or the best one's"
    # A quarter: averages of weights score a little otherwise; other weights score far off.
    if any(reloaded <= loss + 0.25 * abs(loss) + 1e-3 for loss in (last, best)):
        return passed(name, reloaded, expected)
    words = f"the saved weights score {reloaded:.4g} on validation, the training ended with {last:.4g}"
    cause = Cause("other-weights-evaluated", words, "train.py: which weights are evaluated, restored and saved?")
    return failed(name, reloaded, expected, cause)


def long_enough(m):
    """A training that is over within the comparison's steps does not get much better when it is four times as long."""
    name = "long-enough"
    if m.program.plan.steps > m.program.steps or m.constant is None:
        return skipped(name, "the comparisons see a part of the training only")
    given, longer = min(losses(m.given, "val")), min(losses(m.longer, "val"))
    gain = (given - longer) / m.scale
    expected = f"about {longer:.4g}, four times as long"
    if gain < MUCH_BETTER:
        return passed(name, given, expected)
    words = f"{m.program.plan.steps} steps leave a loss of {given:.4g}, four times as many {longer:.4g}"
    return warned(name, given, expected, Cause("too-few-epochs", words, "training.epochs in conf/training"))


CHECKS = (
    schedule_lasts,
    finite,
    early_stopping,
    loss_falls,
    better_than_constant,
    better_than_zeros,
    labels_belong,
    better_than_linear,
    checkpoint,
    long_enough,
)
