"""MACHINERY. The rung `loss`: what a loss teaches, asked by its behaviour, so that it holds for an own loss too."""

import numpy as np
from keras import tree
from omegaconf import OmegaConf

from ..measure import array_statistics, constant, heard, loss_answers
from ..measure.target_encoding import sums_to_one
from ..prepare import samples
from . import limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

QUANTILES = ("quantile", "quantiles", "levels", "taus")  # what the arguments of such losses are called


@check("density", CONTRACT, limits.DENSITY, causes="density-not-normalized term-missing loss-sign-flipped")
def density(m):
    """exp(-loss) is a density of the target, where conf/loss says `density: true`: it integrates to 1, whatever is
    predicted.

    Else predictions are pushed towards where the integral is large, whatever the targets: a width that is forgotten,
    doubled or halved shows. Of bounds, and of losses that weigh likelihoods, it does not hold.
    """
    if not m.cfg.loss.get("density"):
        return skips("conf/loss declares no density")
    if m.loss_draws or {part.kind for part in tree.flatten(m.program.targets)} != {"values"}:
        return skips(loss_answers.DRAWS if m.loss_draws else "asked of targets that are values")
    found = m.density
    if len(found) < 3:
        return skips("more than two values a target, an integral that no grid can tell, or a gradient that is stopped")
    low, high = found.min(), found.max()
    far = max(high, 1 / max(low, 1e-12))
    said = f"exp(-loss), integrated over all targets, is {low:.3g} to {high:.3g}, by the prediction"
    causes = dict.fromkeys(("density-not-normalized", "term-missing"), said)
    # How far counts go, no grid can tell.
    judge = warns_unless if array_statistics.whole(samples.leaves(m.batch[1])) else fails_unless
    return judge(limits.DENSITY.holds(far), far, "1, for each prediction", causes)


@check("samples-alone", INDICATOR, causes="samples-mixed-across-batch loss-broadcasts", refuted=True)
def samples_alone(m):
    """A loss of values with one value a sample takes it from that sample: a mean over the batch inside it judges each
    prediction by the others' errors, and one value for each pair of samples by their targets. A correlation over the
    batch, which is one number, couples on purpose."""
    c, n = m.contract, loss_answers.FEW
    if m.unheard:
        return skips(m.unheard)
    asked = [(*found, part) for found, part in zip(c.alone, c.declared, strict=False) if part.kind == "values"]
    for shape, moves, part in asked:
        if n in shape[1:] and n not in part.sizes:
            because = f"for {n} samples the loss has the shape {shape}: every sample meets every other"
            return warns(f"{shape}", f"one value for each of {n} samples", {"loss-broadcasts": because})
        if moves and shape == (n,):
            because = "the loss has one value a sample, and each changes with the predictions for other samples"
            ids = ("samples-mixed-across-batch", "loss-broadcasts")
            return warns("coupled", "each sample by itself", dict.fromkeys(ids, because))
    return passes("alone") if asked else skips("asked of targets that are values")


@check("classes-compete", INDICATOR, causes="softmax-over-wrong-axis term-missing sigmoid-for-single-label")
def classes_compete(m):
    """A prediction that is surer of another class than of the right one scores worse, and the classes of one sample or
    step are what competes: a softmax over the steps makes those compete."""
    c = m.contract
    if c.style != "units" or c.probabilities[0] or m.loss_draws or constant.own_loss(m.model) and m.couples:
        return skips(c.unknown or "asked of logits, one a class, under a loss that takes each sample by itself")
    if sums_to_one(np.exp(c.predictions[0])):
        return skips("the network answers logarithms of shares, which compete before the loss")
    if all(right > wrong for right, wrong in c.right_and_wrong):
        return skips("the loss is less where another class has the larger output, which may be a distance")
    if heard.shared_over(c) == "steps":
        because = "the same added to a class at all steps changes nothing, the same added to all classes of a step does"
        return fails("over the steps", "over the classes", {"softmax-over-wrong-axis": because})
    alone, beaten = heard.rivals(c)
    if not np.isfinite(alone - beaten) and np.isfinite(m.loss):
        return skips(loss_answers.OF_THE_HEAD)
    because = f"a wrong class that gets a larger logit than the right one leaves the loss at {alone:.4g}"
    ids = ("term-missing", "sigmoid-for-single-label")
    return fails_unless(beaten > alone, beaten, f"more than {alone:.4g}", dict.fromkeys(ids, because))


@check("mask", CONTRACT, limits.PADDING_HEARD, causes="wrong-mask term-missing padding-not-masked")
def mask(m):
    """The loss listens to the steps of a sequence and not to what fills it up: an inverted mask teaches the filling."""
    if reason := m.unheard:
        return skips(reason)
    if m.padded is None:
        return skips("no sequences that are filled up to one length")
    pairs = zip(m.heard, samples.leaves(m.batch[1]), strict=True)
    judged = [(where, y) for where, y in pairs if where.shape[:2] == m.padded.shape]
    if not judged:
        return skips("the outputs are not one for each step")
    for where, y in judged:
        steps = where.reshape(*where.shape[:2], -1).any(axis=-1)
        filling, real = float(steps[m.padded].mean()), float(steps[~m.padded].mean())
        said = f"the loss moves with {real:.0%} of the real steps and with {filling:.0%} of those that fill up"
        if not limits.PADDING_HEARD.holds(filling) and real < filling:
            return fails(filling, "real steps, not the filling", dict.fromkeys(("wrong-mask", "term-missing"), said))
        marked = y.reshape(*y.shape[:2], -1)
        filler = np.unique(marked[m.padded], axis=0)
        meant = len(filler) == 1 and not (marked[~m.padded] == filler[0]).all(axis=-1).any()
        if not limits.PADDING_HEARD.holds(filling) and meant:
            said += f", whose targets all are {filler[0].ravel()[0]:.4g}, as no real one"
            return warns(filling, "real steps alone", dict.fromkeys(("padding-not-masked", "wrong-mask"), said))
    return passes(filling, "real steps alone")


@check("least-where-right", CONTRACT, limits.BEYOND_RIGHT, causes="term-missing loss-sign-flipped wrong-loss-weights")
def least_where_right(m):
    """No prediction scores less than the right one, where conf/loss says by `perfect` which that is: training ends
    there, wherever it lies."""
    c = m.contract
    if c.perfect is None or m.loss_draws:
        return skips("conf/loss names no perfect prediction" if c.perfect is None else loss_answers.DRAWS)
    right, least = c.ask(c.perfect), m.descended
    if least is None or not np.isfinite(least):
        return fails(
            "without end",
            f"{right:.4g}, of right predictions",
            {"loss-sign-flipped": f"the loss falls without end, below the {right:.4g} of right predictions"},
        )
    start = max(abs(m.loss - right), 1e-6)
    share = (right - least) / start
    said = f"predictions are found that score {least:.4g}; what conf/loss calls perfect scores {right:.4g}"
    causes = dict.fromkeys(("term-missing", "loss-sign-flipped", "wrong-loss-weights"), said)
    return fails_unless(limits.BEYOND_RIGHT.holds(share), share, "0: nothing scores less than right", causes)


@check("floor", CONTRACT, limits.FLOOR, causes="wrong-floor term-missing")
def floor(m):
    """Right predictions score the floor that conf/loss states: the target of the rungs one and ten rests on it.

    Certain where conf/loss names the perfect prediction; else asked of own losses of classes and labels.
    """
    c = m.contract
    if m.floor is None or m.loss_draws or c.unknown:
        return skips(c.unknown or "a loss that has no floor, or draws")
    if c.perfect is None and (not constant.own_loss(m.model) or "values" in c.styles):
        return skips("conf/loss names no perfect prediction")
    right = c.ask(c.perfect) if c.perfect else min(c.uninformed[0], *(one for one, _ in c.right_and_wrong))
    off = abs(right - m.floor) / max(abs(m.loss - m.floor), 1e-6)
    said = f"right predictions score {right:.4g}, and loss.floor is {m.floor:g}"
    expected, causes = f"0: right predictions score {m.floor:g}", dict.fromkeys(("wrong-floor", "term-missing"), said)
    if c.perfect:
        return fails_unless(limits.FLOOR.holds(off), off, expected, causes)
    if limits.FAR_FROM_FLOOR.holds(off) or m.descended is None:
        return passes(off, expected, limit=limits.FAR_FROM_FLOOR.value)
    off = abs(m.descended - m.floor) / max(abs(m.loss - m.floor), 1e-6)  # smoothed labels want no certain answer
    return warns_unless(limits.FAR_FROM_FLOOR.holds(off), off, expected, causes, limits.FAR_FROM_FLOOR.value)


@check(
    "quantiles",
    CONTRACT,
    limits.QUANTILE,
    causes="loss-sign-flipped term-missing wrong-loss-weights axes-swapped loss-broadcasts",
)
def quantiles(m):
    """A quantile loss is least at the quantiles that conf/loss states: the best prediction that knows no input has that
    share of all targets below it."""
    values = [part.kind for part in m.contract.declared] == ["values"]
    stated = stated_quantiles(m.cfg.loss) if values else []
    if not stated or m.loss_draws:
        return skips("conf/loss states no quantile" if not stated else loss_answers.DRAWS)
    best, targets = m.best_constant[1], samples.leaves(m.program.data.population)[0]
    ends = best and quantile_axis_last(best[0], targets.shape[1:], len(stated))
    if ends is None:
        return skips("the output has no axis of as many units as quantiles are stated, beside those of the target")
    each = (targets.reshape(len(targets), -1, 1) <= ends.reshape(1, -1, len(stated))).mean(axis=0)
    below = each.mean(axis=0)
    off = float(np.abs(below - stated).max())
    said = f"the loss is least where {numbers(below)} of the targets lie below; conf/loss states {numbers(stated)}"
    ids = ["term-missing", "wrong-loss-weights"]
    if np.abs(below - (1 - np.asarray(stated))).max() < off:
        ids.insert(0, "loss-sign-flipped")
    if len(each) == len(stated) and limits.QUANTILE.holds(np.abs(each.mean(axis=1) - stated).max()):
        ids[:0] = ["axes-swapped", "loss-broadcasts"]
    causes = dict.fromkeys(ids, said)
    return fails_unless(limits.QUANTILE.holds(off), off, f"0: ends at {numbers(stated)}", causes)


def stated_quantiles(node):
    """The numbers of conf/loss, between 0 and 1, under a key that names quantiles; [] without any."""
    for key, value in node.items():
        found = [value] if isinstance(value, float) else list(value) if OmegaConf.is_list(value) else []
        if key in QUANTILES and found:
            return found if all(isinstance(one, float) and 0 < one < 1 for one in found) else []
        if OmegaConf.is_dict(value) and (inside := stated_quantiles(value)):
            return inside
    return []


def quantile_axis_last(best, target, number):
    """A prediction as Float["… quantiles"], whose other axes are those of the target; None where it has no such."""
    target = tuple(n for n in target if n > 1)
    if number == 1 and tuple(n for n in best.shape if n > 1) == target:
        return best.reshape(*target, 1)
    for axis in range(best.ndim)[::-1]:
        others = tuple(n for n in np.delete(best.shape, axis) if n > 1)
        if best.shape[axis] == number and others == target:
            return np.moveaxis(best, axis, -1)
    return None


def numbers(values):
    return ", ".join(f"{value:.2g}" for value in values)


CHECKS = (
    quantiles,
    density,
    samples_alone,
    classes_compete,
    mask,
    least_where_right,
    floor,
)
