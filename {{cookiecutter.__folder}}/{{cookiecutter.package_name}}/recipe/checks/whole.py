"""MACHINERY. Rung `all`: does it learn the whole data set, and better than dumb baselines?"""

import math

import keras

from ..keras_side import private
from ..measure import comparisons
from ..measure.comparisons import Measured  # noqa: F401  of this rung
from ..prepare import samples
from . import protocol
from .check import CONSEQUENCE, INDICATOR, check
from .verdicts import fails, passes, skips, warns, warns_unless

TRAININGS = comparisons.MOST
FEW_STEPS = 100  # of a whole training: hardly any network has learnt by then
# Shares of what there is to learn. Judgements: labels shuffled against inputs gain nothing, and no healthy program of
# the suite less than LEAST_GAIN; a training that is long enough hardly gains from four times the steps.
LEAST_GAIN, WELL_BELOW, MUCH_BETTER = 0.02, 0.1, 0.2
SLOW, FAST, TOO_FAST = 3e-4, 1e-1, 0.5  # step to weight; usual is 1e-3 to 3e-2; healthy programs reach 0.2
SURE = 2.0  # standard errors, which shuffled targets exceed one time in forty
LITTLE, NEARLY = 0.1, 0.8  # learnt, of what there is to learn
STILL = 0.01  # what the last quarter of a training still gains


@check(
    "finite",
    CONSEQUENCE,
    causes="""
    learning-rate-too-high learning-rate-too-low optimizer-wrong half-precision-overflow adam-epsilon-wrong
    gradient-clipped-away dropout-misused too-few-epochs
""",
)
def finite(m):
    """NaN or Inf in any figure of the training."""
    values = [value for row in m.given.history for value in row.values()]
    bad = sum(not math.isfinite(value) for value in values)
    if not bad:
        return passes(f"{len(values)} figures")
    return fails(f"{bad} of {len(values)} figures are NaN or infinite", "none", not_learnt(m))


@check(
    "loss-falls",
    CONSEQUENCE,
    causes="""
    learning-rate-too-high learning-rate-too-low optimizer-wrong half-precision-overflow adam-epsilon-wrong
    gradient-clipped-away dropout-misused too-few-epochs
""",
)
def loss_falls(m):
    """The loss on training samples ends below where it began."""
    end, start = m.judged["train"], m.judged["untrained"]
    return fails(end, f"< {start:.4g}, untrained", not_learnt(m)) if end >= start else passes(end, f"< {start:.4g}")


@check(
    "beats-constant",
    CONSEQUENCE,
    causes="""
    too-few-epochs half-precision-overflow adam-epsilon-wrong gradient-clipped-away dropout-misused
    labels-shuffled-against-inputs learning-rate-too-high learning-rate-too-low optimizer-wrong loss-sign-flipped
""",
)
def beats_constant(m):
    """The loss on training samples is below that of the best prediction that ignores its input."""
    if m.constant is None:
        return skips("a constant prediction makes no sense under this loss")
    loss, expected = m.judged["train"], f"< {m.constant:.4g}, the best constant"
    if loss < m.constant:
        return passes(loss, expected)
    if short := on_its_way(m):
        return warns(loss, expected, short)
    causes, untrained = settings(m), m.judged["untrained"]
    way = (untrained - loss) / (untrained - m.constant)
    said = f"steps of the usual size bring the loss {way:.0%} of the way from the start to the best constant"
    if SLOW <= m.update_ratio <= FAST:
        if way > NEARLY:  # what it costs to ignore the inputs is soon learnt, even from targets of other samples
            causes["labels-shuffled-against-inputs"] = said
        elif m.floor is None:  # a density has a best constant; one that is turned round falls without end
            causes["loss-sign-flipped"] = said
    return fails(loss, expected, {**causes, **not_learnt(m)})


@check(
    "beats-zeros",
    CONSEQUENCE,
    causes="""
    half-precision-overflow adam-epsilon-wrong gradient-clipped-away dropout-misused too-few-epochs dead-units
    labels-shuffled-against-inputs learning-rate-too-high learning-rate-too-low optimizer-wrong
""",
)
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
    if short := on_its_way(m):
        return warns(given, f"< {zeros:.4g}, fed zeros", short)
    causes = settings(m)
    if unrelated(m):
        said = f"neither the network nor model=linear leaves {m.constant:.4g}, the best constant"
        causes["labels-shuffled-against-inputs"] = said
    causes["dead-units"] = "the inputs do not reach the output; the rung loss shows each layer"
    return fails(given, f"< {zeros:.4g}, fed zeros", {**causes, **not_learnt(m)})


def on_its_way(m):
    """{cause: because} of a training that began far off, and is over before it could learn; empty otherwise."""
    if not m.over or m.constant is None or m.update_ratio < SLOW:
        return {}
    longer = m.longer.losses("train")[-1]
    because = f"{m.program.plan.steps} steps leave a loss of {m.judged['train']:.4g}, four times as many {longer:.4g}"
    return {"too-few-epochs": because} if longer < m.constant - LEAST_GAIN * m.scale else {}


def unrelated(m):
    """Whether a linear network too ends near the best constant: one that takes too large steps ends far from it."""
    if m.constant is None or m.linear is None:
        return False
    return all(abs(t.losses("train")[-1] - m.constant) / m.scale < WELL_BELOW for t in (m.given, m.linear))


@check(
    "labels-belong",
    CONSEQUENCE,
    causes="""
    labels-shuffled-against-inputs validation-scaled-differently labels-noisy half-precision-overflow
    adam-epsilon-wrong gradient-clipped-away dropout-misused too-few-epochs learning-rate-too-high
    learning-rate-too-low optimizer-wrong
""",
)
def labels_belong(m):
    """The validation loss is better than that of the same training on permuted targets, and than a constant's.

    From permuted targets nothing is learnt but how frequent they are: well below the best constant for the validation
    samples there is nothing to train for comparison.
    """
    if m.program.data.population is None:
        return skips("there are no targets")
    given, least = min(m.given.losses("val")), m.least(m.program.data.validation[1])
    if least is not None and m.floor is not None and least - given > WELL_BELOW * (least - m.floor):
        return passes(given, f"< {least:.4g}, the best that permuted targets allow")
    if least is not None and m.floor is not None and least - m.floor < LEAST_GAIN * m.scale:
        return skips("the validation targets are nearly all the same")
    if m.floor is None and samples.count(m.program.data.validation) < comparisons.PARTS:
        return skips(f"fewer than {comparisons.PARTS} validation samples, and a loss without a floor")
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


@check(
    "beats-linear",
    CONSEQUENCE,
    causes="""
    capacity-too-small too-few-epochs learning-rate-too-low learning-rate-too-high
""",
)
def beats_linear(m):
    """The network is not worse than a linear one, on training and on validation samples."""
    if m.reconstructs:
        return skips("the targets are the inputs, which a linear model without a bottleneck hands on as they are")
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


@check(
    "long-enough",
    INDICATOR,
    causes="""
    too-few-epochs learning-rate-too-low half-precision-overflow adam-epsilon-wrong gradient-clipped-away
    dropout-misused
""",
)
def long_enough(m):
    """A training that is over within the comparison's steps does not get much better when it is four times as long."""
    if not m.over or m.constant is None:
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


@check(
    "step-size",
    INDICATOR,
    causes="""
    learning-rate-too-high learning-rate-too-low optimizer-wrong half-precision-overflow adam-epsilon-wrong
    gradient-clipped-away dropout-misused too-few-epochs
""",
)
def step_size(m):
    """A step of the usual size, or one with which the network learns all the same: gates and embeddings start small."""
    ratio, expected = m.update_ratio, f"{SLOW:g} to {FAST:g} of the weights, or a loss that falls"
    learnt = 1.0 if m.constant is None else (m.constant - m.judged["train"]) / m.scale
    if SLOW <= ratio <= FAST or learnt > LITTLE:
        return passes(ratio, expected)
    causes = {cause: because for cause, because in not_learnt(m).items() if cause.startswith("learning-rate")}
    return warns(ratio, expected, causes)


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
    layers, optimizer, causes = private.layers_of(model), model.optimizer, {}
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
    protocol.schedule,
    finite,
    protocol.early_stopping,
    protocol.checkpoint,
    loss_falls,
    beats_constant,
    beats_zeros,
    labels_belong,
    beats_linear,
    step_size,
    long_enough,
)
