"""MACHINERY. The rungs `one` and `ten`: can it learn one sample by heart, and can it tell ten apart?

A mistake in model, loss or labels shows here, and the data is not to blame.
"""

import numpy as np

from ..measure import constant, heard
from ..measure.overfitting import Again, Measured  # noqa: F401  of these rungs
from . import limits, reported, why_not_learnt
from .check import CONSEQUENCE, CONTRACT, INDICATOR, check
from .reported import OF_THE_HEAD, accuracies
from .verdicts import fails, fails_unless, passes, skips, warns

NOT_FINITE = "loss-not-finite-at-extremes data-not-finite learning-rate-too-high half-precision-overflow"
BELOW = ("loss-sign-flipped", "class-labels-with-binary-crossentropy")
BELOW_OWN = ("loss-sign-flipped", "wrong-floor", "term-missing")
LOGITS = "logits-taken-as-probabilities"
EVIDENCE = {**why_not_learnt.SETTINGS, **why_not_learnt.STEPS, **why_not_learnt.MODEL}
DIVERGED = "the loss is no number: see finite"
NOT_LEARNT = " ".join((*EVIDENCE, "optimizer-wrong capacity-too-small", OF_THE_HEAD))


@check("finite", CONSEQUENCE, causes=NOT_FINITE)
def finite(m):
    """The loss of the few samples stays a number to the end: NaN in one weight ends all learning."""
    good, expected = np.isfinite(m.history), "a finite loss to the end"
    if good.all() and np.isfinite(m.loss):
        return passes("finite", expected)
    if m.again:
        return fails("NaN", expected, {})
    rounds = len(good)
    because = f"the loss is not a number in round {rounds if good.all() else int(np.argmin(good)) + 1} of {rounds}"
    ids = ["loss-not-finite-at-extremes", "data-not-finite"]
    ids.insert(0 if np.isfinite(m.with_adam) else 2, "learning-rate-too-high")
    if why_not_learnt.half_precision(m):
        ids.insert(0, "half-precision-overflow")
    return fails("NaN", expected, dict.fromkeys(ids, because))


@check("above-floor", CONTRACT, limits.LEAST_LOSS, causes=" ".join(dict.fromkeys((LOGITS, *BELOW, *BELOW_OWN))))
def above_floor(m):
    """No loss falls below its floor, what a perfect prediction scores: else something wrong is rewarded."""
    if m.floor is None:
        return skips("the loss has no floor")
    if {part.kind for part in m.contract.declared} == {"none"}:
        return skips("without targets a floor may be of all samples together: the rung all asks")
    least, limit = float(min(np.nanmin(m.history), m.loss)), m.floor + limits.BELOW_FLOOR.value
    if not np.isfinite(least):
        return skips(DIVERGED)
    because = f"the loss falls to {least:.4g}, below the floor {m.floor:g} of a perfect prediction"
    own = constant.own_loss(m.model)
    ids = BELOW_OWN if own else BELOW
    if least < limit and own and heard.reads_logits(m.contract):
        ids = (LOGITS, *ids)
        because += "; it changes with what is added to all logits, as where one term takes them for probabilities"
    return fails_unless(least >= limit, least, f"{m.floor:g} or more", dict.fromkeys(ids, because), limit)


@check("plain", INDICATOR, causes="dropout-misused regularization-overwhelms")
def plain(m):
    """Dropout, noise and penalties could be switched off: what is written by hand stays on, and hinders memorising."""
    on, expected, what = m.left_on, "dropout, noise, augmentation and penalties off", {}
    if limits.DRAWN.holds(on["inference"]) and not limits.DRAWN.holds(on["training"]):
        what["dropout-misused"] = f"two predictions in training mode differ by {on['training']:.2g} of their size"
    if on["penalty"] > 0:
        what["regularization-overwhelms"] = f"the model adds {on['penalty']:.3g} to the loss by itself"
    if not what:
        return passes("off", expected)
    said = f"could not be switched off: {'; '.join(what.values())}"
    if m.goal is None or m.best <= m.goal:  # then it hindered nothing
        return passes("on", expected, said)
    return warns("on", expected, what, said)


@check("learnt", CONSEQUENCE, limits.LOSS, causes=NOT_LEARNT)
def learnt(m):
    """The few samples are learnt by heart: a program that cannot do that has a mistake in model, loss or optimizer."""
    if m.goal is None:
        return skips("the loss starts at its best, or there is nothing to compare it with")
    if not np.isfinite(m.best) and not m.again:
        return skips(DIVERGED)
    few, expected = "one sample" if m.number == 1 else f"{m.number} samples", f"at most {m.goal:.4g}"
    if m.again:
        return fails_unless(m.best <= m.goal and all_right(m), m.best, expected, {}, m.goal)
    if m.best <= m.goal:
        return passes(m.best, expected, limit=m.goal)
    if m.number > 1 and m.contract.style == "units" and accuracies(m.contract) == [1] and not m.twice:
        return passes(m.best, expected, f"every one of {few} is classified rightly", m.goal)
    if m.number == 1 and m.normalizations:
        return skips("BatchNorm of one sample may be constant: this rung cannot judge it")
    way, adam = m.way(m.best, m.goal), m.with_adam <= m.goal
    said = f"{few}, {max(way, 0):.0%} of the way; Adam at 1e-3 comes to {m.with_adam:.4g} in as many steps"
    if m.constant is None and limits.WAY.holds(way) and m.falling:
        return passes(m.best, expected, f"{said}; it was still falling", m.goal)
    if m.constant is None:
        likely = limits.WAY.holds(way)
    else:
        likely = limits.HALF_WAY.holds(way) and adam or limits.NEARLY.holds(way) and m.falling
    if not likely and m.turned:
        said += f"; the loss is not all that is minimised: the gradient of {m.turned[0]} points uphill"
        likely = True
    return (warns if likely else fails)(m.best, expected, why_not_learnt.causes_of(m, adam), said, m.goal)


def all_right(m):
    """Whether every sample's class is told: a low loss alone may be that of another mistake. True where no class is
    asked for, or shares of several."""
    c = m.contract
    return c.style != "units" or c.truths[0][1].max(axis=-1).min() < 1 or min(accuracies(c)) == 1


@check("inference-as-training", CONSEQUENCE, limits.LOSS, causes="batchnorm-train-inference-gap dropout-misused")
def inference_as_training(m):
    """What is learnt in training mode is known in inference mode: BatchNorm and dropout differ between the two."""
    if m.goal is None or m.floor is None:
        return skips("asked of losses with a floor")
    expected = f"at most {m.goal:.4g} in inference mode"
    if m.loss <= m.goal:
        return passes(m.loss, expected, limit=m.goal)
    if m.again:
        return fails(m.loss, expected, {}, limit=m.goal)
    if not np.isfinite(m.loss):
        return skips(DIVERGED)
    if m.constant is None or (training := m.scored(m.model, training=True)) > m.goal:
        return skips("in training mode the samples are not learnt either, or there is no constant to compare with")
    because = f"the same samples score {training:.4g} in training mode and {m.loss:.4g} in inference mode"
    if m.settled_loss > m.goal or not m.normalizations:
        ids = ["batchnorm-train-inference-gap", "dropout-misused"]
        return warns(m.loss, expected, dict.fromkeys(ids if m.normalizations else ids[::-1], because), limit=m.goal)
    slowest = max(layer.momentum for layer in m.normalizations)
    said = f"{because}; with momentum {slowest:g} the moving statistics lag behind the batch's ({m.settled_loss:.4g})"
    if limits.STATISTICS_LEFT.holds(slowest**m.program.plan.steps):
        return passes(m.loss, expected, f"{said}; in a whole training they catch up", m.goal)
    causes = {"batchnorm-train-inference-gap": f"{said}, and {m.program.plan.steps:,} steps are too few to catch up"}
    return fails(m.loss, expected, causes, limit=m.goal)


CHECKS = (finite, above_floor, reported.as_predicted, plain, learnt, inference_as_training)
