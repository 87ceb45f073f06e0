"""MACHINERY. The rungs `forward`, `look` and `loss`: functions of one's own, held to `examples` worked by hand."""

import itertools

import numpy as np
from keras import ops
from omegaconf import OmegaConf

from ..keep import crashes
from ..measure import by_hand
from . import limits
from .check import CONTRACT, check
from .verdicts import fails, passes, skips, warns

NAME = "worked-by-hand"
GIVEN = "as worked by hand"
NOT_THE_EQUATION = """
    method-differs term-missing wrong-mask wrong-loss-weights axes-swapped softmax-over-wrong-axis
    density-not-normalized loss-sign-flipped
"""
NOT_THE_STEP = """
    axes-swapped reshape-where-transpose-meant augmentation-breaks-label-or-range labels-shuffled-against-inputs
    wrong-mask labels-noisy label-encoding-mismatch inputs-scaled-twice inputs-not-scaled method-differs
"""
NOT_THE_BLOCK = "axes-swapped reshape-where-transpose-meant wrong-mask method-differs"
# Where nothing tells them apart, the commonest first: of 29 mistakes of strangers 13, 10, 8, 8 and 3.
UNTOLD = (
    *("method-differs", "term-missing", "wrong-mask", "wrong-loss-weights", "axes-swapped"),
    "softmax-over-wrong-axis",
)
ARRAYS = {"data": by_hand.as_array, "model": ops.convert_to_tensor}  # what a function gets in the place of a list
MARKS = (-1, 0)  # of what is unknown, or not there
SHORT = 60  # characters of an array in a sentence


@check(NAME, CONTRACT, limits.BY_HAND, NOT_THE_EQUATION, declared=True)
def of_loss(m):
    """A few predictions score what `examples` of conf/loss say, worked by hand from the paper's equation: else another
    equation is minimised, however well it trains."""
    if not m.cfg.loss.get("examples"):
        return skips("conf/loss gives no examples worked by hand")
    try:
        worked = [*by_hand.worked(m.cfg.loss, m.program.targets)]
    except by_hand.Breaks as error:
        return breaks("the loss", error)
    found, right = (np.array([getattr(one, side) for one in worked]) for side in ("found", "expected"))
    off = distances(found, right)
    worst = worked[off.argmax()]
    because = f"{worst.said} scores {worst.found:.4g}, by hand {worst.expected:.4g}"
    if limits.BY_HAND.holds(off.max()):
        return passes(off.max(), f"0: {GIVEN}")
    causes = what_differs(found, right, m.cfg.loss.get("density"))
    if (mark := marked(worked, ~np.array([limits.BY_HAND.holds(one) for one in off]))) is not None:
        because += f"; it differs where the target holds {mark} alone"
        causes = dict.fromkeys(["wrong-mask", *causes])
    return fails(off.max(), f"0: {GIVEN}", dict.fromkeys(causes, because))


def marked(worked, wrong):
    """What stands in the target of each example that is wrong, and of none that is right: a mark, such as -1 of what is
    unknown; None where nothing does.

    Args:
        worked: the by_hand.Worked of the examples.
        wrong: Bool["examples"], at least one.
    """
    if wrong.all():
        return None
    there = {mark: [mark in np.ravel(one.target) for one in worked] for mark in MARKS}
    return next((mark for mark in MARKS if np.array_equal(there[mark], wrong)), None)


@check(NAME, CONTRACT, limits.BY_HAND, NOT_THE_STEP, declared=True)
def of_data(m):
    """The steps from a record to a sample make of a few values what `examples` of conf/data say, worked by hand: masks,
    labels and mirrorings that are wrong train all the same."""
    return as_given(m, "data", NOT_THE_STEP)


@check(NAME, CONTRACT, limits.BY_HAND, NOT_THE_BLOCK, declared=True)
def of_model(m):
    """Blocks of the network give what `examples` of conf/model say, worked by hand from the paper's equations."""
    return as_given(m, "model", NOT_THE_BLOCK)


def as_given(m, part, named):
    """The Finding of the first example that does not give what it does by hand; a PASS where there is none.

    Args:
        m: what is measured.
        part: of the configuration that has the examples.
        named: the causes that may be named.
    """
    examples, furthest = examples_of(m, part), 0.0
    if not examples:
        return skips(f"conf/{part} gives no examples worked by hand")
    for example in examples:
        at = by_hand.place(example["of"])
        try:
            worked = by_hand.given(example, ARRAYS[part])
        except by_hand.Breaks as error:
            return breaks(f"conf/{part}: it", error, at)
        for one in worked:
            off = furthest_apart(one.found, one.expected)
            if not limits.BY_HAND.holds(off):
                because = f"{one.said} gives {short(one.found)}, by hand {short(one.expected)}"
                causes = [cause for cause in step_differs(one.found, one.expected) if cause in named.split()]
                return fails(off, f"0: {GIVEN}", dict.fromkeys(causes, because), at)
            furthest = max(furthest, off)
    return passes(furthest, f"0: {GIVEN}")


PARTS = {of_loss: "loss", of_data: "data", of_model: "model"}  # of the configuration, whose examples they ask


def agrees(check, m):
    """How far the furthest number lies from that worked by hand, where all are as one of these checks asks; else None.

    Raises:
        by_hand.Breaks: a function does not take an example.
    """
    furthest = 0.0
    for one in worked(PARTS[check], m):
        off = furthest_apart(np.asarray(one.found), np.asarray(one.expected))
        if not limits.BY_HAND.holds(off):
            return None
        furthest = max(furthest, off)
    return furthest


def worked(part, m):
    """Yields the by_hand.Worked of each example of a part of the configuration."""
    if part == "loss":
        yield from by_hand.worked(m.cfg.loss, m.program.targets)
    else:
        for example in examples_of(m, part):
            yield from by_hand.given(example, ARRAYS[part])


def examples_of(m, part):
    return OmegaConf.to_container(m.cfg[part], resolve=True).get("examples")


def breaks(what, error, at=""):
    """The finding of a function that breaks on an example: nothing is measured, and the example may not be one."""
    where = at or "".join(f"at {line}" for line in crashes.own_lines(error)[-1:])
    return warns("breaks", "numbers", {"method-differs": f"{what} breaks on {error}"}, where)


def distances(found, right):
    """How far numbers lie from those worked by hand, to their size; near 0 to 0.1, since hand values are rounded."""
    with np.errstate(invalid="ignore"):  # of infinities
        return np.abs(found - right) / np.maximum(np.abs(right), 0.1)


def furthest_apart(found, right):
    """The largest distance of two arrays, in which NaN is like NaN; infinite where they have other shapes."""
    if found.shape != right.shape:
        return np.inf
    found, right = found.astype(float), right.astype(float)
    off = distances(found, right)
    return float(np.where((found == right) | np.isnan(found) & np.isnan(right), 0.0, off).max(initial=0.0))


def short(array):
    """An array on one line, no longer than is read."""
    said = " ".join(np.array2string(array, precision=4, separator=", ").split())
    said = said if len(said) <= SHORT else f"{said[:SHORT]} …"
    return said if array.ndim == 0 else f"{said} of the shape {list(array.shape)}"


def what_differs(found, right, density):
    """Causes of losses that are not those worked by hand, by what several different ones have in common: a sign, a
    factor, or a term."""

    def alike(other):
        return limits.BY_HAND.holds(distances(found, other).max())

    several, first = np.ptp(right) > 0, []
    if alike(-right):
        first = ["loss-sign-flipped"]
    elif several and alike(right * (found @ right) / (right @ right)):
        first = ["wrong-loss-weights"]
    elif several and alike(right + (found - right).mean()):
        first = ["density-not-normalized"] * bool(density) + ["term-missing"]
    return [*first, *UNTOLD]


def step_differs(found, right):
    """Causes of an array that is not the one worked by hand: its axes in another order, its numbers at other places, or
    other numbers: of a mask, of labels, by a factor, or any."""

    def alike(other, wanted):
        return limits.BY_HAND.holds(furthest_apart(other, wanted))

    orders = [*itertools.permutations(range(right.ndim))][1:]
    if any(alike(found, right.transpose(order)) for order in orders):
        return ["axes-swapped", "reshape-where-transpose-meant", "method-differs"]
    if found.shape != right.shape:
        return ["method-differs", "axes-swapped"]
    if {*np.unique(right)} <= {0, 1} and {*np.unique(found)} <= {0, 1}:
        return ["wrong-mask", "labels-noisy", "method-differs"]
    whole = np.issubdtype(right.dtype, np.integer) and np.issubdtype(found.dtype, np.integer)
    if alike(np.sort(found.ravel()), np.sort(right.ravel())):
        moved = ["augmentation-breaks-label-or-range", "labels-shuffled-against-inputs"]  # points, and labels
        return [*(moved[::-1] if whole else moved), "method-differs"]
    if whole:
        return ["labels-noisy", "label-encoding-mismatch", "wrong-mask", "method-differs"]
    found, right = found.astype(float).ravel(), right.astype(float).ravel()
    if len(np.unique(right)) > 2:
        factor, shift = np.polyfit(right, found, 1)
        if alike(found, factor * right + shift) and not limits.BY_HAND.holds(abs(abs(factor) - 1)):
            return ["inputs-scaled-twice" if abs(factor) < 1 else "inputs-not-scaled", "method-differs"]
    return ["method-differs"]
