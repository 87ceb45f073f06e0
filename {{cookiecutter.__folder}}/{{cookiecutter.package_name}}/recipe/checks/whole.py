"""MACHINERY. The rung `all`: does it learn the whole data set, and better than dumb baselines?"""

import keras

from ..measure import comparisons
from ..measure.comparisons import Measured  # noqa: F401  of this rung
from ..measure.constant import asks_only_predictions
from ..measure.heads import own_step
from ..prepare import samples
from . import as_claimed, hindering, limits, protocol, reported, why_not_learnt
from .check import CONSEQUENCE, INDICATOR, check
from .verdicts import fails, passes, skips, warns, warns_unless

TRAININGS = comparisons.MOST
AT_FLOOR = 1e-3  # of loss above the floor: nothing to fall
SHUFFLED = "labels-shuffled-against-inputs"
BLOCKED = "gradient-blocked"  # of targets that are the inputs, which nothing shuffles
LITTLE = "there is hardly anything to learn; that little is more than chance"


@check("loss-falls", CONSEQUENCE, limits.LOSS, causes=f"{hindering.NOT_LEARNT} term-missing wrong-loss-weights")
def loss_falls(m):
    """The loss on training samples ends below where it began: else the steps are too large, too small or wrong."""
    end, start = m.judged["train"], m.judged["start"]
    if end < start or m.judged["reloaded"] < m.judged["untrained"]:
        why = "" if end < start else "that of validation does: of training's labels some may be wrong, and left out"
        return passes(end, f"< {start:.4g}", why, start)
    causes = hindering.not_learnt(m)
    if m.floor is not None and abs(start - m.floor) < AT_FLOOR:
        said = f"the untrained network scores {start:.2g}, which is the floor: nothing is asked of it"
        causes = {"term-missing": said, **causes}
    if (added := m.added) > max(end - start, 0.0):
        causes = {"wrong-loss-weights": f"layers add {added:.4g} to it, more than what it has risen by", **causes}
    return fails(end, f"< {start:.4g}, untrained", causes, limit=start)


@check(
    "beats-constant",
    CONSEQUENCE,
    limits.LOSS,
    causes=f"{hindering.NOT_LEARNT} {SHUFFLED} {BLOCKED} loss-sign-flipped representation-collapsed",
)
def beats_constant(m):
    """The training loss is below that of the best prediction that ignores its input: else the inputs teach nothing."""
    if m.constant is None:
        return skips("a constant prediction makes no sense under this loss")
    loss, expected = m.judged["train"], f"< {m.constant:.4g}, the best constant"
    if loss < m.constant:
        return passes(loss, expected, limit=m.constant)
    if short := on_its_way(m):
        return warns(loss, expected, short, limit=m.constant)
    causes, untrained = hindering.settings(m), m.judged["untrained"]
    way = (untrained - loss) / (untrained - m.constant)
    said = f"steps of the usual size bring the loss {way:.0%} of the way from the start to the best constant"
    if limits.STEP_SMALL.holds(m.updates.largest) and limits.STEP_LARGE.holds(m.updates.largest):
        if not limits.CONSTANT_REACHED.holds(way):
            # To ignore the inputs is soon learnt, even from targets of other samples.
            causes[BLOCKED if m.reconstructs else SHUFFLED] = said
        elif m.floor is None:  # a density has a best constant; one that is turned round falls without end
            causes["loss-sign-flipped"] = said
    if m.floor is not None and m.constant - m.floor < AT_FLOOR:
        said = f"one prediction for all comes to {m.constant:.2g}, the floor: the loss asks for nothing else"
        causes = {"loss-sign-flipped": said, "representation-collapsed": said, **causes}
    causes |= hindering.not_learnt(m)
    if m.floor is None and ahead(m):
        said = f"{m.lead:.1f} standard errors ahead of permuted targets: the head may not reach the best constant"
        return warns(loss, expected, causes, said, m.constant)
    return fails(loss, expected, causes, limit=m.constant)


@check("beats-zeros", CONSEQUENCE, limits.LOSS, causes=f"{hindering.NOT_LEARNT} {SHUFFLED} dead-units")
def beats_zeros(m):
    """The same training on inputs of zeros ends with a higher loss: else the inputs do not help.

    Fed zeros, a network answers all samples alike: below the best constant there is nothing to train for comparison.
    """
    if m.data.population is None or not asks_only_predictions(m.model):
        return skips("a loss that is not of targets and predictions alone may be easier to learn from zeros")
    given = m.given.losses("train")[-1]
    if m.constant is not None and given < m.constant:
        return passes(given, f"< {m.constant:.4g}, the best that zeros allow", limit=m.constant)
    zeros = m.zeros.losses("train")[-1]
    expected = f"< {zeros:.4g}, fed zeros"
    if given < zeros:
        return passes(given, expected, limit=zeros)
    if short := on_its_way(m):
        return warns(given, expected, short, limit=zeros)
    if little(m):
        return passes(given, expected, LITTLE, zeros)
    causes = hindering.settings(m)
    if m.floor is None and ahead(m):
        said = f"{m.lead:.1f} standard errors ahead of permuted targets: the inputs may be what the density is of"
        return warns(given, expected, {**causes, **hindering.not_learnt(m)}, said, zeros)
    if unrelated(m):
        causes[SHUFFLED] = f"neither the network nor model=linear leaves {m.constant:.4g}, the best constant"
    if not limits.COLLAPSED.holds(m.answers_spread):
        causes["dead-units"] = "the inputs do not reach the output; the rung loss shows each layer"
    return fails(given, expected, {**causes, **hindering.not_learnt(m)}, limit=zeros)


def on_its_way(m):
    """{cause: because} of a training that began far off, and is over before it could learn; empty otherwise."""
    if not m.over or m.constant is None or not limits.STEP_SMALL.holds(m.updates.largest):
        return {}
    longer = m.longer.losses("train")[-1]
    because = f"{m.program.plan.steps} steps leave a loss of {m.judged['train']:.4g}, four times as many {longer:.4g}"
    return {"too-few-epochs": because} if (m.constant - longer) / m.scale > limits.GAIN.value else {}


def ahead(m):
    """Whether validation does better than after the same training on permuted targets, by more than chance."""
    return samples.count(m.data.validation) >= comparisons.PARTS and limits.LEAD.holds(m.lead)


def little(m):
    """Whether there is hardly anything to learn, and that is learnt: neither the network nor a linear one, where there
    is one, gets far below the best constant, and yet validation does better than on permuted targets by more than
    chance."""
    if m.constant is None:
        return False
    return at_constant(m, m.given) and (m.linear is None or at_constant(m, m.linear)) and ahead(m)


def at_constant(m, *trainings):
    """Whether trainings end near the best constant, above it or below."""
    return all(abs(one.losses("train")[-1] - m.constant) / m.scale < limits.WELL_BELOW.value for one in trainings)


def unrelated(m):
    """Whether a linear network too ends near the best constant: one that takes too large steps ends far from it."""
    return m.constant is not None and m.linear is not None and at_constant(m, m.given, m.linear)


@check(
    "labels-belong",
    CONSEQUENCE,
    limits.LOSS,
    causes=f"{hindering.NOT_LEARNT} {SHUFFLED} validation-scaled-differently labels-noisy",
)
def labels_belong(m):
    """Validation does better than after the same training on permuted targets: else labels and inputs do not match.

    From permuted targets nothing is learnt but how frequent they are: well below the best constant for the validation
    samples there is nothing to train for comparison.
    """
    if m.data.population is None:
        return skips("there are no targets")
    given, least = min(m.given.losses("val")), m.least(m.data.validation[1])
    if least is not None and m.floor is not None:
        if least - given > limits.WELL_BELOW.value * (least - m.floor):
            return passes(given, f"< {least:.4g}, the best that permuted targets allow", limit=least)
        if least - m.floor < limits.GAIN.value * m.scale:
            return skips("the validation targets are nearly all the same")
    if m.floor is None and samples.count(m.data.validation) < comparisons.PARTS:
        return skips(f"fewer than {comparisons.PARTS} validation samples, and a loss without a floor")
    permuted = min(m.permuted.losses("val"))
    if not asks_only_predictions(m.model) and m.deaf:
        return skips("the network's own loss does not read the targets")
    nothing = permuted if m.constant is None else min(m.constant, permuted)
    expected = f"< {nothing:.4g}, learning nothing"
    # Without a floor nothing tells how much there is to learn, only chance.
    if limits.LEAD.holds(m.lead) if m.floor is None else limits.GAIN.holds((nothing - given) / m.scale):
        return passes(given, expected, limit=nothing)
    if little(m):
        return passes(given, expected, LITTLE, nothing)
    because = f"training reached {m.judged['train']:.4g}, yet validation is as with permuted targets ({permuted:.4g})"
    trained = [min(training.losses("train")) for training in (m.permuted, m.given)]
    learnt = limits.GAIN.holds((trained[0] - trained[1]) / m.scale)
    ids = ("validation-scaled-differently", SHUFFLED) if learnt else (SHUFFLED, "validation-scaled-differently")
    causes = {**hindering.settings(m), **dict.fromkeys((*ids, "labels-noisy"), because), **hindering.not_learnt(m)}
    if leads := given < nothing and limits.LEAD.holds(m.lead):
        said = f"; little, and yet {m.lead:.1f} standard errors more than chance"
        causes = {cause: because + said for cause, because in causes.items()}
    return (warns if leads else fails)(given, expected, causes, limit=nothing)


@check(
    "beats-linear", CONSEQUENCE, limits.LOSS, causes=f"capacity-too-small too-few-epochs {' '.join(hindering.RATES)}"
)
def beats_linear(m):
    """The network is not worse than a linear one, on training and on validation samples: else its depth is wasted."""
    if m.reconstructs:
        return skips("the targets are the inputs, which a linear model without a bottleneck hands on as they are")
    if m.linear is None or {part.kind for part in keras.tree.flatten(m.program.targets)} == {"none"}:
        return skips("model=linear is the model, is not there, or does not fit this task")
    if own_step(m.model) or not asks_only_predictions(m.model):
        return skips("the network has a training or a loss of its own, and a linear one has not")
    if m.added > limits.GAIN.value * m.scale:
        return skips("the layers add to the loss, and a linear network adds nothing")
    pairs = [(min(m.given.losses(split)), min(m.linear.losses(split))) for split in ("train", "val")]
    if m.floor is not None and pairs[0][1] < m.floor - limits.GAIN.value * m.scale:
        return skips("model=linear falls below the floor, where the outputs of the network do not reach")
    worse = [given > 1.1 * linear and (given - linear) / m.scale > limits.GAIN.value for given, linear in pairs]
    given, linear = pairs[-1]
    because = f"after {m.program.steps} steps worse than a linear model, on training and on validation samples"
    ids = ["capacity-too-small", "too-few-epochs"]
    ids.insert(1 if limits.STEP_SMALL.holds(m.updates.largest) else 0, "learning-rate-too-low")
    if not limits.STEP_HUGE.holds(m.updates.largest):
        ids.insert(0, "learning-rate-too-high")
    expected = f"about or < {linear:.4g}, model=linear"
    usual = limits.STEP_SMALL.holds(m.updates.largest) and limits.STEP_HUGE.holds(m.updates.largest)
    if all(worse) and usual and learnt_well(m):
        return passes(given, expected, f"a remark: {because}; it has learnt most of what there is", linear)
    return warns_unless(not all(worse), given, expected, dict.fromkeys(ids, because), linear)


@check("long-enough", INDICATOR, limits.LOSS, causes=f"{hindering.OF_SETTINGS} learning-rate-too-low")
def long_enough(m):
    """A training that is over does not get much better in four times the steps: else it ends too early."""
    if not m.over or m.constant is None:
        return skips("the comparisons see a part of the training only")
    if perfect := next((name for name, value in m.given.history[-1].items() if is_accuracy(name) and value >= 1), None):
        return passes(perfect, "a loss that falls, or nothing to gain: it is 1")
    losses = m.given.losses("val")
    given, early = min(losses), min(losses[: -(-3 * len(losses) // 4)])
    if len(losses) >= 4 and (early - given) / m.scale < limits.STILL_FALLING.value:
        return passes(given, f"about {early:.4g}, as after three quarters of it", limit=early)
    longer = min(m.longer.losses("val"))
    because = f"{m.program.plan.steps} steps leave val/loss at {given:.4g}, four times as many at {longer:.4g}"
    enough = (given - longer) / m.scale < limits.FOUR_TIMES.value
    slow = {} if limits.STEP_SMALL.holds(m.updates.largest) else {"learning-rate-too-low": because}
    causes = {**hindering.settings(m), **slow, "too-few-epochs": because}
    if not enough and learnt_well(m) and not hindering.settings(m):
        return passes(given, f"about {longer:.4g}", f"a remark: {because}; most of what there is to learn is", longer)
    return warns_unless(enough, given, f"about {longer:.4g}, four times as long", causes, longer)


def learnt_well(m):
    return limits.LEARNT_WELL.holds((m.constant - m.judged["train"]) / m.scale) if m.constant is not None else False


def is_accuracy(name):
    return name.startswith("val/") and name.endswith("accuracy")


@check("step-size", INDICATOR, limits.STEP_LARGE, causes=" ".join(hindering.RATES))
def step_size(m):
    """A step moves the weights by a usual share of their size, or the network learns all the same.

    Gates and embeddings start small, and steps are large beside them.
    """
    step, least, most = m.updates.largest, limits.STEP_SMALL, limits.STEP_LARGE
    expected = f"{least.value:g} to {most.value:g} of the weights, or a loss that falls"
    learnt = 1.0 if m.constant is None else (m.constant - m.judged["train"]) / m.scale
    if least.holds(step) and most.holds(step) or learnt > limits.LEARNT_A_LITTLE.value:
        return passes(step, expected)
    causes = {cause: because for cause, because in hindering.not_learnt(m).items() if cause in hindering.RATES}
    return warns(step, expected, causes)


@check("gradients-kept", INDICATOR, limits.EPSILON, causes="adam-epsilon-wrong gradient-clipped-away")
def gradients_kept(m):
    """No setting of the optimizer swallows the gradients: an epsilon far beyond them, or clipping to a hundredth where
    the steps follow their size, leaves steps much smaller than the learning rate says."""
    evidence = {"adam-epsilon-wrong": why_not_learnt.epsilon}
    if isinstance(m.updates.optimizer, keras.optimizers.SGD):  # the others divide by the gradients' own size
        evidence["gradient-clipped-away"] = why_not_learnt.clipped_away
    found = why_not_learnt.found(evidence, m)
    # A start that is far off has large gradients, which are soon gone.
    if "gradient-clipped-away" in found and not why_not_learnt.clipped(m.updates.optimizer, m.last_gradient):
        del found["gradient-clipped-away"]
    return warns("swallowed", "kept", found) if found else passes("kept")


@check("copied", INDICATOR, limits.COPIED, causes="target-leaks-into-features sequence-sees-future")
def copied(m):
    """Where the targets are the inputs, something keeps the network from handing them on, such as a bottleneck or a
    mask: else next to no loss is left, and nothing has been learnt."""
    if not m.reconstructs or None in (m.constant, m.floor):
        return skips("the targets are not the inputs, or the loss has no floor or no best constant")
    share = (m.judged["train"] - m.floor) / max(m.constant - m.floor, 1e-12)
    said = f"the targets are the inputs, and {share:.2g} of the best constant's loss is left: they are handed on"
    ids = ("target-leaks-into-features", "sequence-sees-future")
    return warns_unless(limits.COPIED.holds(share), share, "more than is left of a copy", dict.fromkeys(ids, said))


CHECKS = (protocol.schedule, protocol.early_stopping, protocol.averages_follow, protocol.checkpoint)
CHECKS += (as_claimed.always_as_the_paper_says, reported.above_floor, loss_falls)
CHECKS += (beats_constant, copied, beats_zeros, labels_belong, beats_linear, step_size, gradients_kept)
CHECKS += (long_enough, as_claimed.claimed_figures)
