"""MACHINERY. The rungs `one` and `ten`: can it learn one sample by heart, and can it tell ten apart?

A mistake in model, loss or labels shows here, and the data is not to blame.
"""

import numpy as np

from ..keras_side import private
from ..measure import loss_answers
from ..measure.overfitting import Measured  # noqa: F401  of these rungs
from .check import CONSEQUENCE, CONTRACT, INDICATOR, check
from .reported import accuracies, compared
from .verdicts import fails, fails_unless, passes, skips, warns
from .why_not_learnt import causes_of

HARDLY = 0.1  # of the way from the start to the goal
FORGOTTEN = 0.01  # what may be left of BatchNorm's first statistics after a whole training
RANDOM = 1e-2  # relative difference of two calls: dropout 0.1 gives 0.3, a power iteration of spectral norms 1e-3


@check(
    "finite",
    CONSEQUENCE,
    causes="""
    loss-not-finite-at-extremes data-not-finite learning-rate-too-high half-precision-overflow
""",
)
def finite(m):
    good, expected = np.isfinite(m.history), "a finite loss to the end"
    if good.all() and np.isfinite(m.loss):
        return passes("finite", expected)
    rounds = len(good)
    because = f"the loss is not a number in round {rounds if good.all() else int(np.argmin(good)) + 1} of {rounds}"
    ids = ["loss-not-finite-at-extremes", "data-not-finite"]
    ids.insert(0 if np.isfinite(m.with_adam) else 2, "learning-rate-too-high")
    if any(layer.compute_dtype == "float16" for layer in private.layers_of(m.model)):
        ids.insert(0, "half-precision-overflow")
    return fails("NaN", expected, dict.fromkeys(ids, because))


@check("above-floor", CONTRACT, causes="loss-sign-flipped class-labels-with-binary-crossentropy")
def above_floor(m):
    if m.floor is None:
        return skips("the loss has no floor")
    least = float(min(np.nanmin(m.history), m.loss))
    because = f"the loss falls to {least:.4g}, below the floor {m.floor:g} of a perfect prediction"
    causes = dict.fromkeys(["loss-sign-flipped", "class-labels-with-binary-crossentropy"], because)
    return fails_unless(least >= m.floor - 0.01, least, f"{m.floor:g} or more", causes)


@check(
    "as-predicted",
    CONTRACT,
    causes="""
    softmax-twice sigmoid-twice unbounded-output-with-binary-crossentropy logits-taken-as-probabilities
    softmax-on-one-unit softmax-over-wrong-axis sigmoid-for-single-label softmax-for-multi-label
""",
)
def as_predicted(m):
    if m.batch[1] is None or m.left_on["inference"] > 0 or m.asked.draws:
        return skips("there are no targets, or two predictions of the same inputs, or their losses, differ")
    heard = loss_answers.loss_of(m.model, *m.batch, m.model(m.inputs, training=False))
    return compared(m.asked, heard, m.loss)


@check("plain", INDICATOR, causes="dropout-misused regularization-overwhelms")
def plain(m):
    on, expected, what = m.left_on, "dropout, noise, augmentation and penalties off", {}
    if on["training"] > RANDOM and on["inference"] <= RANDOM:
        what["dropout-misused"] = f"two predictions in training mode differ by {on['training']:.2g} of their size"
    if on["penalty"] > 0:
        what["regularization-overwhelms"] = f"the model adds {on['penalty']:.3g} to the loss by itself"
    if not what:
        return passes("off", expected)
    said = f"could not be switched off: {'; '.join(what.values())}"
    if m.goal is None or m.best <= m.goal:  # then it hindered nothing
        return passes("on", expected, said)
    return warns("on", expected, what, said)


@check(
    "learnt",
    CONSEQUENCE,
    causes="""
    half-precision-overflow gradient-clipped-away adam-epsilon-wrong schedule-reaches-zero learning-rate-too-high
    learning-rate-too-low loss-broadcasts relu-before-softmax relu-on-signed-target weights-not-trained
    bounded-output-unbounded-target targets-not-scaled symmetric-initialization dead-units vanishing-gradient
    gradient-blocked optimizer-wrong capacity-too-small unbounded-output-with-binary-crossentropy
    logits-taken-as-probabilities softmax-on-one-unit softmax-over-wrong-axis softmax-twice sigmoid-twice
    sigmoid-for-single-label softmax-for-multi-label
""",
)
def learnt(m):
    if m.goal is None:
        return skips("the loss starts at its best, or there is nothing to compare it with")
    few, expected = "one sample" if m.number == 1 else f"{m.number} samples", f"at most {m.goal:.4g}"
    if m.best <= m.goal:
        return passes(m.best, expected)
    if m.number > 1 and m.asked.style == "units" and accuracies(m.asked) == [1] and not m.twice:
        return passes(m.best, expected, f"every one of {few} is classified rightly")
    if m.number == 1 and m.normalizations:
        return skips("BatchNorm of one sample may be constant: this rung cannot judge it")
    way, adam = m.way(m.best, m.goal), m.with_adam <= m.goal
    said = f"{few}, {max(way, 0):.0%} of the way; Adam at 1e-3 comes to {m.with_adam:.4g} in as many steps"
    likely = way > HARDLY if m.constant is None else way > 0.5 and adam
    return (warns if likely else fails)(m.best, expected, causes_of(m, adam), said)


@check("inference-as-training", CONSEQUENCE, causes="batchnorm-train-inference-gap dropout-misused")
def inference_as_training(m):
    if m.goal is None or m.floor is None:
        return skips("asked of losses with a floor")
    expected = f"at most {m.goal:.4g} in inference mode"
    if m.loss <= m.goal:
        return passes(m.loss, expected)
    if m.constant is None or (training := m.scored(m.model, training=True)[1]) > m.goal:
        return skips("in training mode the samples are not learnt either, or there is no constant to compare with")
    because = f"the same samples score {training:.4g} in training mode and {m.loss:.4g} in inference mode"
    if m.settled_loss > m.goal or not m.normalizations:
        ids = ["batchnorm-train-inference-gap", "dropout-misused"]
        return warns(m.loss, expected, dict.fromkeys(ids if m.normalizations else ids[::-1], because))
    slowest = max(layer.momentum for layer in m.normalizations)
    said = f"{because}; with momentum {slowest:g} the moving statistics lag behind the batch's ({m.settled_loss:.4g})"
    caught_up = slowest**m.program.plan.steps <= FORGOTTEN
    if caught_up:
        return passes(m.loss, expected, f"{said}; in a whole training they catch up")
    causes = {"batchnorm-train-inference-gap": f"{said}, and {m.program.plan.steps:,} steps are too few to catch up"}
    return fails(m.loss, expected, causes)


CHECKS = (finite, above_floor, as_predicted, plain, learnt, inference_as_training)
