"""MACHINERY. Rung `look`: what training and validation say of each other."""

from collections import Counter

import numpy as np
from scipy import stats

from ..measure import array_statistics
from ..paper.best import chosen
from ..prepare import samples
from . import limits
from .check import CONTRACT, INDICATOR, check
from .verdicts import fails, passes, skips, warns, warns_unless

MOST_TEST = 20_000  # samples of the test split that are compared with the others
MONITORING = ("EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau")  # val_loss, where not told otherwise
FEWEST = 50  # samples of a split, for a deviation to mean something
HALF = 0.5  # judgement: of the targets that are inputs of later windows
MANY = 4  # values of an input that do not agree by chance
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
    labels = labels.ravel()
    return labels[(labels >= 0) & (labels < (part.declared.classes or np.inf))]


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


@check("splits-apart", CONTRACT, limits.OVERLAP, "train-and-validation-overlap no-validation")
def splits_apart(m):
    """Whether validation holds no sample of training: such a sample is known by heart, and says nothing of new ones."""
    if m.validation is None:
        said = "fit gets no validation data, so that nothing tells learning from memorising"
        return warns("none", "a validation split", {"no-validation": said})
    times = Counter(array_statistics.hashes(*samples.leaves(m.many)))
    shared = float(np.mean([key in times for key in array_statistics.hashes(*samples.leaves(m.validation))]))
    twice = sum(n for n in times.values() if n > 1) / times.total()
    said = f"{shared:.1%} of the validation samples, targets included, are in training; {twice:.1%} occur twice there"
    overlap, none = {"train-and-validation-overlap": said}, {"no-validation": said}
    # Expected from the duplicates inside training: as many again, by chance somewhat more. Samples of many numbers that
    # hardly repeat are not twice there by chance, so among them there is nothing to expect.
    twice = 0.0 if continuous(m) else twice
    expected = f"about {twice:.1%}, as duplicates inside training lead one to expect"
    if not limits.SAME_SAMPLES.holds(shared) and twice < 0.5:  # all of training again, or a part of it
        again = samples.count(m.held) > 0.9 * times.total()
        return fails(shared, expected, none | overlap if again else overlap | none)
    more = shared - 2 * twice
    if not limits.LARGE_OVERLAP.holds(more):
        return fails(shared, expected, overlap | none)
    few = limits.OVERLAP.holds(more) or shared * samples.count(m.validation) < 3
    found = warns_unless(few, shared, expected, overlap)
    found.limit = limits.OVERLAP.value + 2 * twice
    return found


@check("courses-apart", INDICATOR, limits.FOLLOWED, "train-and-validation-overlap")
def courses_apart(m):
    """Whether validation does not begin where training ends: of pairs of a state and the next one, cut from one course
    and then shuffled, the state in between is known from the other side."""
    shares = []
    for part in m.inputs:
        likewise = [t for t in m.targets if t.train.shape[1:] == part.train.shape[1:] and t.train.dtype.kind == "f"]
        if part.validation is None or part.train.ndim < 2 or not likewise:
            continue
        begin = array_statistics.hashes(part.validation)
        alike = ([leaf for leaf in samples.leaves(side) if leaf.shape[1:] == part.train.shape[1:]] for side in m.many)
        starts, ends = ({key for leaf in side for key in array_statistics.hashes(leaf)} for side in alike)
        shares.append(float(np.mean([key in ends for key in begin]) - np.mean([key in starts for key in begin])))
    if not shares:
        return skips("no target is of an input's kind")
    most = max(shares)
    said = f"{most:.0%} of the validation inputs are targets in training"
    holds = limits.FOLLOWED.holds(most)
    return warns_unless(holds, most, "0: courses are split as wholes", {"train-and-validation-overlap": said})


@check("groups-apart", CONTRACT, limits.SHARED_GROUPS, "train-and-validation-overlap")
def groups_apart(m):
    """Whether nobody in validation or test is in training too, where load() returns `groups`: samples of one person,
    file or day are alike, and known ones tell nothing of new ones."""
    groups = samples.groups(m.cfg)
    if not groups or "train" not in groups:
        return skips("load() returns no groups")
    known = np.unique(samples.leaves(groups["train"])[0])
    for split in ("validation", "test"):
        if split in groups:
            theirs = samples.leaves(groups[split])[0]
            share = float(np.mean(np.isin(theirs, known)))
            said = f"{share:.0%} of the {split} samples are of groups that are in training too"
            if not limits.SHARED_GROUPS.holds(share):
                return fails(share, "no group in both", {"train-and-validation-overlap": said})
    return passes(f"{len(known)} groups in training alone")


@check("validation-independent", INDICATOR, limits.RELATED, "train-and-validation-overlap")
def validation_independent(m):
    """Whether validation is not of training's own stuff: windows that overlap, and copies made before the split, are
    no two samples. Only likely: a generator may repeat itself."""
    if m.validation is None:
        return skips("no validation data")
    share = 0.0
    for part in m.inputs:
        if part.validation is None or part.train.dtype.kind != "f":
            continue
        share = 0.0 if forecasts(m, part) else array_statistics.continued(part.train, part.validation)
        said = f"half of {share:.0%} of the validation series, or more, stands in a training series: windows overlap"
        known = {*array_statistics.hashes(part.train)}
        new = np.array([key not in known for key in array_statistics.hashes(part.validation)])
        if limits.RELATED.holds(share) and len(m.inputs) > 1 and measured(part.train):
            share = float(1 - new.mean())
            said = f"{share:.0%} of the {part.name} of validation stand in training too, beside other inputs"
        # One that is there exactly is judged with its target, by `splits-apart`.
        if limits.RELATED.holds(share) and new.any():
            share = array_statistics.copied(part.train, part.validation[new]) * float(new.mean())
            said = f"{share:.0%} of the validation samples lie close to a few training samples and far from all others"
        if not limits.RELATED.holds(share):
            return warns(share, f"at most {limits.RELATED.value:g}", {"train-and-validation-overlap": said})
    return passes(share, f"at most {limits.RELATED.value:g}")


def measured(array):
    """Whether an array holds measurements, which do not agree by chance: in several places, each of many values."""
    values = [len(np.unique(column)) for column in array.reshape(len(array), -1).T[:FEWEST]]
    return sum(number >= FEWEST_LONG for number in values) >= MANY


def forecasts(m, part):
    """Whether validation asks for what comes after all of training: training's own targets stand in its inputs, as the
    past of what follows, and validation's nowhere. Of a future that is not known the past may be."""
    asked = [t for t in m.targets if t.declared.kind == "values" and t.validation is not None]
    past = [np.isin(t.train, part.train).mean() for t in asked]
    known = [max(np.isin(t.validation, side).mean() for side in (part.train, t.train)) for t in asked]
    return bool(asked) and min(past) > HALF and limits.FOLLOWED.holds(max(known))


@check("test-unseen", CONTRACT, limits.OVERLAP, "validation-is-test train-and-validation-overlap")
def test_unseen(m):
    """Whether the test samples are in no other split: a test that chooses the epoch, or was trained on, is none."""
    if m.data.test is None:
        return skips("no test split")
    held = Counter(array_statistics.hashes(*samples.leaves(samples.some(m.data.test, MOST_TEST))))
    number = held.total()
    if m.validation is not None:
        judged = Counter(array_statistics.hashes(*samples.leaves(m.validation)))
        share = (held & judged).total() / min(number, judged.total())
        said = f"{share:.0%} of the validation samples are the test's own"
        if not limits.SAME_SAMPLES.holds(share):
            choosers = [name for name, node in m.cfg.training.callbacks.items() if node and by_validation(node)]
            choosers += ["training.judged"] * str(chosen(m.cfg.training.get("judged"))[0]).startswith("val/")
            said += f", and {choosers[0]} decides by them" if choosers else ""
            return (fails if choosers else warns)(share, "another split", {"validation-is-test": said})
    known = set(array_statistics.hashes(*samples.leaves(m.many)))
    share = sum(n for key, n in held.items() if key in known) / number
    twice = 0.0 if continuous(m) else 1 - len(known) / samples.count(m.many)
    said = f"{share:.1%} of the test samples, targets included, are in training"
    few = limits.LARGE_OVERLAP.holds(share - 2 * twice) or share * number < 3
    return warns_unless(few, share, "about 0", {"train-and-validation-overlap": said})


def by_validation(node):
    """Whether a callback of conf/training decides by a figure of validation."""
    monitors = node.get("monitor") or ("val_loss" if node["_target_"].endswith(MONITORING) else "")
    return monitors.startswith("val")


def continuous(m):
    """Whether samples hold many numbers, each of many values: no two are alike by chance."""
    flat = [p.train.reshape(len(p.train), -1) for p in m.inputs if p.train.dtype.kind == "f" and p.train.size]
    values = [len(np.unique(column)) for part in flat for column in part.T[:50]]
    if len(values) < 4 or np.median(values) < FEWEST:
        return False
    return len(set(array_statistics.hashes(*flat))) > 0.2 * len(flat[0])


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
        factors, shifts = unlike(given[:, steady], held[:, steady])
        if not factors.size:
            continue
        factor, shift = float(np.exp(np.median(np.log(factors)))), float(np.median(shifts))
        apart = max(factor, 1 / factor)
        if not (limits.UNLIKE.holds(apart) and limits.SHIFTED.holds(shift)):
            said = f"{part.name} of validation spread {factor:.3g} times as far as in training, {shift:.2g} spreads off"
            causes = dict.fromkeys(("validation-scaled-differently", "augmentation-breaks-label-or-range"), said)
            return (warns if limits.VERY_UNLIKE.holds(apart) else fails)(apart, "1", causes)
        beyond = np.maximum(factors, shifts) > limits.OTHER_UNITS.value
        narrow = factors < 1 / limits.OTHER_UNITS.value  # as time itself is, where a moment splits it
        if some := int(np.sum(beyond | narrow)):
            said = f"{some} of {len(factors)} features of the {part.name} are of another size in validation"
            judge = fails if beyond.sum() > 1 else warns
            return judge(f"{some} features", "none", {"validation-scaled-differently": said})
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
        # -1 and 1, equally often, are standardized as they are.
        vary = np.array([len(np.unique(column)) > 2 for column in every.T])
        # Rounding moves a mean more than an end; uniform numbers come as near to 0 and 1 as 1e-4 by themselves.
        for names, low, high, zero in (("mean and deviation", np.mean, np.std, 1e-4), ("ends", np.min, np.max, 1e-6)):
            tables = (table[:, vary] for table in (every, train))
            together, alone = (np.abs([low(t, axis=0), high(t, axis=0) - 1]).max(initial=0) for t in tables)
            if together < zero and not limits.SCALER.holds(alone):
                said = f"the {names} of all rows together are exactly 0 and 1 in each feature, those of training not"
                return warns(alone, f"at most {limits.SCALER.value:g}", {"scaler-fitted-on-all-rows": said})
    return passes("fitted on training, or not at all")
