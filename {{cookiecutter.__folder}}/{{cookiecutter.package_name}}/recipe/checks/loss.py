"""MACHINERY. The rung `loss`: is the loss what I think it is, and does the untrained network start where it should?"""

import numpy as np

from ..measure import constant, loss_answers
from ..measure.loss_answers import SAME, differ
from ..measure.untrained import Measured  # noqa: F401  of this rung
from . import as_claimed, by_hand, limits, loss_behaviour, reported, untrained
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

NOT_FINITE = "data-not-finite half-precision-overflow token-outside-vocabulary initialization-too-large"
WRONG_WAY = """
    loss-sign-flipped class-labels-with-binary-crossentropy crossentropy-on-real-target softmax-on-one-unit-categorical
    term-missing
"""


@check("right-below-wrong", INDICATOR, causes=WRONG_WAY, refuted=True)
def right_below_wrong(m):
    """Right predictions score less than wrong ones, and none less than the floor: else the wrong thing is learnt."""
    c = m.contract
    if c.unknown:
        return skips(c.unknown)
    if "units" in c.styles and constant.own_loss(m.model) and m.couples:
        return skips("a loss that compares samples: its outputs need not be scores of classes")
    pairs, values = c.right_and_wrong, set(c.styles) == {"values"}
    if not np.isfinite(pairs).all() and np.isfinite(m.loss):
        return skips(loss_answers.OF_THE_HEAD)
    right, wrong = min(pairs, key=lambda pair: pair[0] - pair[1])
    measured, expected = f"right {right:.4g}, wrong {wrong:.4g}", "right below wrong, none below the floor"
    reverse = all(right > wrong + SAME * abs(wrong) for right, wrong in pairs)
    flipped = {"loss-sign-flipped": f"a perfect prediction scores {right:.4g}, a wrong one {wrong:.4g}: less"}
    lowest = min(min(pair) for pair in pairs)
    # What a loss of one's own takes for a class is a guess, unless conf/loss says it.
    judge = fails if values or c.perfect or not constant.own_loss(m.model) else warns
    if m.floor is not None and not limits.BELOW_FLOOR.holds(lowest - m.floor):
        ids = ["class-labels-with-binary-crossentropy", "crossentropy-on-real-target"]
        ids, why = ids[::-1] if values else ids, "targets outside of 0 … 1"
        if constant.own_loss(m.model):
            ids, why = ["term-missing"], "a term of it is missing, or is wrong"
        outside = dict.fromkeys(ids, f"a prediction scores {lowest:.4g}, below the floor {m.floor:g}: {why}")
        return judge(measured, expected, flipped if reverse else {**outside, **flipped})
    if all(right == wrong for right, wrong in pairs):
        ids = ["softmax-on-one-unit-categorical", "crossentropy-on-real-target"]
        because = f"right and wrong predictions score the same, {right:.4g}"
        return judge(measured, expected, dict.fromkeys(ids if values else ids[::-1], because))
    several = any(right[:1].size > 1 for _, right in c.truths)
    if reverse and (values or several or "units" in c.styles):
        return (warns if "units" in c.styles else judge)(measured, expected, flipped)
    # The only unit of a classifier may mean the opposite of what was assumed: a distance, an energy.
    return passes(measured, expected)


@check("asks-of-inputs", INDICATOR, limits.ASKED, causes="wrong-loss-weights wrong-mask term-missing")
def asks_of_inputs(m):
    """One answer for all samples stays well above the floor of a loss of one's own: else it asks nothing of the inputs,
    as where a weight, a mask or an exponent lies on the wrong part of the targets."""
    if m.floor is None or m.constant is None or not constant.own_loss(m.model):
        return skips("asked of own losses with a floor, and a best constant")
    others, what = m.loss, "the untrained network"
    # A network may start far off.
    if not m.contract.unknown and m.constant < m.contract.exchanged[1] < others:
        others, what = m.contract.exchanged[1], "other samples' right answers"
    share = max(0.0, (m.constant - m.floor) / max(abs(others - m.floor), 1e-12))
    said = f"one answer for all scores {m.constant:.2g}, {what} {others:.2g}, the floor is {m.floor:g}"
    ids = ("wrong-loss-weights", "wrong-mask", "term-missing")
    return warns_unless(limits.ASKED.holds(share), share, "well above the floor", dict.fromkeys(ids, said))


@check("mean-of-batch", CONTRACT, causes="loss-summed-not-averaged")
def mean_of_batch(m):
    """The batch twice over scores the same: else the learning rate depends on the size of the batch."""
    expected, own = "1: the batch twice over scores the same", ""
    once, twice = m.additions
    if once and abs(twice - 2 * once) < SAME * abs(once):
        because = f"layers add {twice:.4g} to the loss of the batch twice over, {once:.4g} to that of the batch"
        return fails(twice / once, expected, {"loss-summed-not-averaged": because})
    if m.loss_draws:
        return skips(loss_answers.DRAWS)
    for once, twice in m.doubled:
        if abs(once) > 1e-6 and not differ(twice, 2 * once):
            because = f"{own}the batch twice over scores {twice:.4g}, the batch {once:.4g}: exactly twice as much"
            return fails(twice / once, expected, {"loss-summed-not-averaged": because})
        own = "in the model's own train_step "
    once, twice = m.doubled[0]
    if differ(once, twice):
        return skips("the loss couples the samples of a batch, so its size matters by design")
    return passes(twice / once if once else 1.0, expected)


@check("shapes-agree", CONTRACT, causes="loss-broadcasts")
def shapes_agree(m):
    """The loss compares each prediction with its own target: broadcast shapes compare every one with all of them."""
    c = m.contract
    if c.unknown:
        return skips(c.unknown)
    n = loss_answers.FEW
    for (shape, _), (_, predicted) in zip(c.alone, c.shapes, strict=False):
        if n in shape[1:] and n not in predicted[1:]:
            because = f"for {n} samples the loss has the shape {shape}: every sample meets every other"
            return fails(f"{shape}", f"one value for each of {n} samples", {"loss-broadcasts": because})
    right, other = c.exchanged
    if (
        m.floor is not None
        and not differ(right, other)
        and not differ(*c.drawn_exchanged)  # where targets are in another unit, the largest alone may decide both
        and right - m.floor > limits.RIGHT.value * abs(m.loss - m.floor)
    ):
        because = f"right predictions score {right:.4g}, and those of other samples too: every sample meets all"
        return fails(right, f"{m.floor:g} for right predictions", {"loss-broadcasts": because})
    as_is, aligned = c.aligned
    y, p = c.shapes[0]
    because = f"targets {y} and predictions {p} score {as_is:.4g}, but {aligned:.4g} in one shape: every one meets all"
    expected = f"{aligned:.4g}, as with targets in the shape of the predictions"
    return fails_unless(not differ(as_is, aligned), as_is, expected, {"loss-broadcasts": because})


@check("fits-the-head", CONTRACT, causes=reported.OF_THE_HEAD)
def fits_the_head(m):
    """The outputs are what the loss takes them for, logits or probabilities: else it cannot come near its floor."""
    c = m.contract
    if c.misread:
        # A loss that divides by the sum of the outputs can be trained all the same.
        trains = [*c.misread] == ["sigmoid-for-single-label"] and abs(c.drops[0]) < SAME
        return (warns if trains else fails)(c.span, c.expects or "a probability for each label", c.misread)
    if c.unknown or c.expects is None:
        return skips(c.unknown or "whether the loss expects logits or probabilities cannot be told")
    return passes(c.span, c.expects)


@check("finite-at-extremes", CONTRACT, causes="loss-not-finite-at-extremes", refuted=True)
def finite_at_extremes(m):
    """Loss and gradient are finite for the most certain predictions: else a training ends in NaN as it gets good. Of
    logits beyond those that most trainings reach it is a remark."""
    c = m.contract
    if c.unknown or "values" in c.styles:
        return skips(c.unknown or "values have no extremes")
    if not all(c.probabilities) and min(leaf.min() for leaf in c.predictions) >= 0:
        return skips("the head answers nothing below 0, so no logits of ±100")
    expected = "finite loss and gradient at the most certain predictions"
    if c.finite_at(loss_answers.EXTREME):
        return passes("finite", expected)
    beyond = not all(c.probabilities) and c.finite_at(loss_answers.CERTAIN)
    where = "probabilities of 0 and 1" if all(c.probabilities) else f"logits of ±{100 if beyond else 30}"
    cause = {"loss-not-finite-at-extremes": f"loss or gradient is not finite at {where}"}
    return (warns if beyond else fails)("not finite", expected, cause)


@check("suits-classes", INDICATOR, causes="mse-for-classification")
def suits_classes(m):
    """A confident mistake costs far more than an undecided answer: a squared error, used for classes, learns slowly."""
    c = m.contract
    if c.style not in ("units", "binary"):
        return skips(c.unknown or "asked of one output of classes")
    right, none, wrong = c.uninformed
    if not none or not np.isfinite([right, none, wrong]).all():
        return skips("an undecided prediction costs nothing, or the most certain ones no number")
    units = c.truths[0][1].shape[-1] if c.style == "units" else 2
    squared = 2 * units / (units - 1)  # of the one-hot error: 2 where wrong, 1 - 1 / units where undecided
    because = f"a confident mistake costs {wrong:.4g}, only {wrong / none:.3g} times an undecided prediction"
    apart = abs(right) >= SAME * abs(none) or limits.SQUARED.holds(abs(wrong / none / squared - 1))
    expected = f"not {squared:.3g}, which a squared error gives"
    return warns_unless(apart, wrong / none, expected, {"mse-for-classification": because})


CHECKS = (
    by_hand.of_loss,
    right_below_wrong,
    asks_of_inputs,
    mean_of_batch,
    shapes_agree,
)
CHECKS += (fits_the_head, finite_at_extremes, suits_classes, *loss_behaviour.CHECKS)
CHECKS += (reported.as_predicted, reported.metrics)
CHECKS += (untrained.penalty, untrained.initial_loss, untrained.units_differ, untrained.units_alive)
CHECKS += (untrained.gradient_reaches_first, as_claimed.starts_as_the_paper_says)
