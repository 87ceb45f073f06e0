"""MACHINERY. Rung `look`: what training and validation say of each other."""

from collections import Counter

import numpy as np
from scipy import stats

from ..measure import array_statistics
from . import limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, passes, skips, warns, warns_unless

FEWEST = 50  # samples of a split, for a deviation to mean something
FEWEST_LONG = 20  # of images and sequences, which each have many values


@check("classes-in-both", CONTRACT, limits.NEW_CLASSES, "sorted-then-split")
def classes_in_both(m):
    """Whether validation asks only for classes that training shows: sorted data that are split ask for others."""
    judged = [part for part in m.targets if part.one_class and part.validation is not None]
    judged = [(part, labelled(part.every, part), labelled(part.validation, part)) for part in judged]
    judged = [(part, known, held) for part, known, held in judged if known.size and held.size]
    for part, known, held in judged:
        new = float(np.mean(~np.isin(held, known)))
        single = not new and len(held) >= 30 and len(np.unique(held)) == 1
        single = single and len(np.unique(known)) > 2 and limits.BALANCE.holds(entropy_share(known))
        if limits.NEW_CLASSES.holds(new) and not single:
            continue
        said = f"{new:.0%} of the validation samples are of classes that training never shows"
        if single:
            said = f"all {len(held)} validation samples are of one class, of {len(np.unique(known))}"
        # Where the loss is an own one, new classes may be the point.
        judge = fails if (single or not limits.MANY_NEW_CLASSES.holds(new)) and part.loss else warns
        return judge("one class" if single else new, "the classes of training", {"sorted-then-split": said})
    return passes("validation's are among training's") if judged else skips("no single labels")


def labelled(labels, part):
    """Those of them that name a class: another number, such as -1, is for the loss to leave out."""
    labels, classes = labels.ravel(), part.declared.classes or np.inf
    return labels[(labels >= 0) & (labels < max(classes, 2))]  # one unit says yes or no


def entropy_share(labels):
    """Of the labels, to that of equal classes: 0 … 1."""
    number = len(np.unique(labels))
    return array_statistics.entropy(labels.ravel()) / np.log(number) if number > 1 else 0.0


@check("lengths-in-both", INDICATOR, limits.LENGTHS, "sorted-then-split")
def lengths_in_both(m):
    """Whether the sequences of validation are as long as those of training, where they are filled up: of data that were
    sorted by length one split has the short ones. Longer ones may be asked for on purpose."""
    apart = []
    for part in m.inputs:
        held = part.validation
        if held is None or held.shape[1:] != part.train.shape[1:] or min(len(held), len(part.train)) < FEWEST:
            continue
        if (filled := array_statistics.padded(np.concatenate([part.train, held]))) is not None:
            lengths = (~filled).sum(axis=1)
            apart.append(float(stats.ks_2samp(lengths[: len(part.train)], lengths[len(part.train) :]).statistic))
    if not apart:
        return skips("no sequences that are filled up to one length")
    most = max(apart)
    said = f"one length parts {most:.0%} of the sequences of training from those of validation"
    return warns_unless(
        limits.LENGTHS.holds(most), most, f"at most {limits.LENGTHS.value:g}", {"sorted-then-split": said}
    )


@check("scaled-alike", INDICATOR, limits.UNLIKE, "validation-scaled-differently augmentation-breaks-label-or-range")
def scaled_alike(m):
    """Whether validation is scaled as training is: of inputs in other units the predictions mean nothing."""
    measured = [*m.inputs, *(part for part in m.targets if part.declared.kind == "values")]
    judged = [p for p in measured if p.validation is not None and p.train.dtype.kind == "f"]
    fewest = [FEWEST if p.train.ndim < 3 else FEWEST_LONG for p in judged]
    judged = [p for p, few in zip(judged, fewest, strict=True) if min(len(p.train), len(p.validation)) >= few]
    if not judged:
        return skips(f"fewer than {FEWEST} samples, {FEWEST_LONG} of images and sequences, or no floats")
    apart = 1.0
    for part in judged:
        given, held = array_statistics.columns(part.train), array_statistics.columns(part.validation)
        steady = ~array_statistics.drifting(given)  # what goes by the time at which it was measured is no other unit
        factors, shifts = unlike(given[:, steady], held[:, steady]) if steady.any() else ((), ())
        if not len(factors):
            continue
        factor, shift = float(np.exp(np.median(np.log(factors)))), float(np.median(shifts))
        apart = max(factor, 1 / factor)
        if not (limits.UNLIKE.holds(apart) and limits.SHIFTED.holds(shift)):
            said = f"{part.name} of validation spread {factor:.3g} times as far as in training, {shift:.2g} spreads off"
            causes = dict.fromkeys(("validation-scaled-differently", "augmentation-breaks-label-or-range"), said)
            return (warns if limits.VERY_UNLIKE.holds(apart) else fails)(apart, "1", causes)
        # One alone may be measured otherwise, or narrow as time itself is where a moment splits it.
        beyond = int(np.sum(np.maximum(factors, shifts) > limits.OTHER_UNITS.value))
        if beyond > 1:
            said = f"{beyond} of {len(factors)} features of the {part.name} are of another size in validation"
            return fails(f"{beyond} features", "none", {"validation-scaled-differently": said})
    return passes(apart, f"at most {limits.UNLIKE.value:g}")


def unlike(train, held):
    """For each feature that varies in both: how many times as far validation spreads, and how far off it lies."""
    ours, theirs = array_statistics.widths(train), array_statistics.widths(held)
    vary = (ours > 0) & (theirs > 0)
    off = np.abs(np.median(held, axis=0) - np.median(train, axis=0))
    return theirs[vary] / ours[vary], off[vary] / ours[vary]


@check("class-balance", INDICATOR, limits.BALANCE, "classes-imbalanced")
def class_balance(m):
    """Whether no class is rare: a network that never names a rare one scores well all the same."""
    # A focal loss is chosen for classes that are rare, an own loss may weigh them.
    judged = [part for part in m.targets if part.one_class and part.loss and "focal" not in part.loss.name]
    judged = [labels for part in judged if (labels := labelled(part.every, part)).size]
    if not judged:
        return skips("no single labels under a loss of Keras' that takes all samples alike")
    share, labels = min(((entropy_share(labels), labels) for labels in judged), key=lambda pair: pair[0])
    most = max(Counter(labels.tolist()).values()) / labels.size
    said = f"{most:.1%} of the labels are one class: always naming it scores as much"
    expected = f"≥ {limits.BALANCE.value:g} of equal classes' entropy"
    return warns_unless(limits.BALANCE.holds(share), share, expected, {"classes-imbalanced": said})


@check("scaler", INDICATOR, limits.SCALER, "scaler-fitted-on-all-rows axes-swapped")
def scaler(m):
    """Whether a scaler was fitted on training alone: fitted on all rows it tells training something of the others.

    Seen where all rows together are standardized to the last digit and training is not; harmless most times.
    """
    given = [split[0] for split in (m.data.train, m.data.validation, m.data.test) if split is not None]
    if not all(isinstance(x, np.ndarray) and x.ndim == 2 and x.dtype.kind == "f" for x in given):
        return skips("no table of floats")
    train = given[0].astype("float64")
    if array_statistics.standardized_by_row(train):
        said = "each row has mean 0 and deviation 1 over its features, which differ widely from each other"
        return warns("by row", "by feature", {"axes-swapped": said})
    for number in range(2, len(given) + 1):
        every = np.concatenate([train, *given[1:number]])
        values = np.array([len(np.unique(column)) for column in every.T])
        # -1 and 1, equally often, are standardized as they are, and few values may end at 0 and 1 by themselves.
        # Rounding moves a mean more than an end; uniform numbers come as near to 0 and 1 as 1e-4.
        asked = ("mean and deviation", np.mean, np.std, 1e-4, 2), ("ends", np.min, np.max, 1e-6, FEWEST_LONG)
        for names, low, high, zero, few in asked:
            tables = (table[:, values > few] for table in (every, train))
            together, alone = (np.abs([low(t, axis=0), high(t, axis=0) - 1]).max(initial=0) for t in tables)
            if together < zero and not limits.SCALER.holds(alone):
                said = f"the {names} of all rows together are exactly 0 and 1 in each feature, those of training not"
                return warns(alone, f"at most {limits.SCALER.value:g}", {"scaler-fitted-on-all-rows": said})
    return passes("fitted on training, or not at all")
