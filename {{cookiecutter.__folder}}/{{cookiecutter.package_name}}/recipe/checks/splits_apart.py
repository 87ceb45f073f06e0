"""MACHINERY. Rung `look`: whether what is held out, for validation or test, is no part of training."""

from collections import Counter

import numpy as np

from ..measure import array_statistics, held_out
from ..paper.best import chosen
from ..prepare import samples
from . import limits
from .check import CONTRACT, INDICATOR, check
from .splits import FEWEST, FEWEST_LONG
from .verdicts import fails, fails_unless, passes, skips, warns, warns_unless

MOST_TEST = 20_000  # samples of the test split that are compared with the others
MONITORING = ("EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau")  # val_loss, where not told otherwise
OVERLAP = "train-and-validation-overlap"
FEW_KINDS = 0.1  # judgement: of the samples, as of 16 messages that are sent again and again; those are in any split
HALF = 0.5  # judgement: of the targets that are inputs of later windows
MANY = 4  # values of an input that do not agree by chance


@check("splits-apart", CONTRACT, limits.OVERLAP, f"{OVERLAP} no-validation")
def splits_apart(m):
    """Whether validation holds no sample of training: such a sample is known by heart, and says nothing of new ones."""
    if m.validation is None:
        said = "fit gets no validation data, so that nothing tells learning from memorising"
        return warns("none", "a validation split", {"no-validation": said})
    ours, theirs = (np.array(array_statistics.hashes(*samples.leaves(part))) for part in (m.many, m.validation))
    shared, twice = held_out.overlap(ours, theirs)
    said = f"{shared:.1%} of the validation samples, targets included, are in training; {twice:.1%} occur twice there"
    known, none = {OVERLAP: said}, {"no-validation": said}
    # Expected from the duplicates inside training: as many again, by chance somewhat more. Samples of many numbers that
    # hardly repeat are not twice there by chance, so among them there is nothing to expect.
    twice = 0.0 if continuous(m) else twice
    expected = f"about {twice:.1%}, as duplicates inside training lead one to expect"
    if again(shared, twice):  # all of training, or a part of it
        whole = samples.count(m.held) > 0.9 * len(ours)
        return fails(shared, expected, none | known if whole else known | none)
    more = shared - 2 * twice
    if not limits.LARGE_OVERLAP.holds(more):
        return fails(shared, expected, known | none)
    for label, of_class in by_class(m, ours, theirs):
        if again(*of_class):  # beside another class whose samples are few, so that they repeat
            known = {OVERLAP: f"{of_class[0]:.1%} of the validation samples of class {label} are in training"}
            return fails(of_class[0], "none, as none occurs twice there", known)
    few = limits.OVERLAP.holds(more) or shared * samples.count(m.validation) < 3
    found = warns_unless(few, shared, expected, known)
    found.limit = limits.OVERLAP.value + 2 * twice
    return found


def again(shared, twice):
    """Whether training stands in validation again, and not for being made of few samples."""
    return not limits.SAME_SAMPLES.holds(shared) and twice < 0.5


def by_class(m, ours, theirs):
    """Yields (a class, the overlap of its samples), where each sample is of one class and enough of it is held out."""
    if len(m.targets) != 1 or not m.targets[0].one_class:
        return
    labels, held = (np.ravel(samples.leaves(part[1])[0]) for part in (m.many, m.validation))
    if (len(labels), len(held)) != (len(ours), len(theirs)):  # train.py hands over others than load() returned
        return
    for label, number in zip(*np.unique(held, return_counts=True), strict=True):
        if number >= FEWEST and (labels == label).any():
            yield label, held_out.overlap(ours[labels == label], theirs[held == label])


@check("groups-apart", CONTRACT, limits.SHARED_GROUPS, OVERLAP)
def groups_apart(m):
    """Whether nobody in validation or test is in training too, where load() returns the `groups` that conf/data names:
    samples of one person, file or day are alike, and known ones tell nothing of new ones."""
    groups = samples.groups(m.cfg)
    if not groups or "train" not in groups:
        return skips("load() returns no groups")
    known = np.unique(samples.leaves(groups["train"])[0])
    named = f" ({m.cfg.data.groups})" if m.cfg.data.get("groups") else ""
    for split in ("validation", "test"):
        if split in groups:
            theirs = samples.leaves(groups[split])[0]
            share = float(np.mean(np.isin(theirs, known)))
            said = f"{share:.0%} of the {split} samples are of groups{named} that are in training too"
            if not limits.SHARED_GROUPS.holds(share):
                return fails(share, "no group in both", {OVERLAP: said})
    return passes(f"{len(known)} groups in training alone")


@check("validation-independent", INDICATOR, limits.RELATED, OVERLAP)
def validation_independent(m):
    """Whether validation is not of training's own stuff: windows that overlap, and copies made before the split, are
    no two samples. Only likely: a generator may repeat itself."""
    if m.validation is None:
        return skips("no validation data")
    parts = [part for part in m.inputs if part.validation is not None and part.train.dtype.kind == "f"]
    share, shares = 0.0, [again for part in parts for again in related(m, part)]
    for share, said in [*overlapping(m, parts), *shares]:
        if not limits.RELATED.holds(share):
            return warns(share, f"at most {limits.RELATED.value:g}", {OVERLAP: said})
    return passes(share, f"at most {limits.RELATED.value:g}")


def overlapping(m, parts):
    """[(the share of validation series that go on in training, in words)]: in all inputs, as a calendar comes again."""
    series = [part for part in parts if part.train.ndim > 2] or parts
    share = min((0.0 if forecasts(m, part) else gone_on(part) for part in series), default=0.0)
    said = f"half of {share:.0%} of the validation series, or more, stands in a training series: windows overlap"
    return [(share, said)]


def gone_on(part):
    """The share of one input's validation series that go on in training, as they are or each less a level of its own,
    such as its mean: then their steps do."""
    share = held_out.continued(part.train, part.validation)
    if part.train.ndim < 3:
        return share
    steps = held_out.steps(part.train, part.validation)
    return max(share, held_out.continued(*steps) if measured(steps[0]) else 0.0)


def related(m, part):
    """Yields (the share of validation that is of training's own stuff, in what way)."""
    known = {*array_statistics.hashes(part.train)}
    new = np.array([key not in known for key in array_statistics.hashes(part.validation)])
    if len(m.inputs) > 1 and measured(part.train):
        share = float(1 - new.mean())
        yield share, f"{share:.0%} of the {part.name} of validation stand in training too, beside other inputs"
    if new.any():  # one that is there exactly is judged with its target, by `splits-apart`
        share = held_out.copied(part.train, part.validation[new]) * float(new.mean())
        yield (
            share,
            f"{share:.0%} of the validation samples lie close to a few training samples and far from all others",
        )


@check("oversampled-after", CONTRACT, limits.BETWEEN, OVERLAP)
def oversampled_after(m):
    """Whether no row of validation lies in a line with two of training, as of rare classes that were oversampled before
    the split: it was made of samples that are trained on. Of several measured features no three rows do by chance."""
    labels = next((part for part in m.targets if part.one_class and part.validation is not None), None)
    shares = []
    for part in m.inputs:
        if part.validation is None or part.train.ndim != 2 or part.train.dtype.kind != "f" or not measured(part.train):
            continue
        of = [getattr(labels, side, np.zeros(len(getattr(part, side)))) for side in ("train", "validation")]
        shares.append(held_out.between(part.train, part.validation, *map(np.ravel, of)))
    if not shares:
        return skips("no table of measured features")
    said = f"{max(shares):.0%} of the validation rows lie in a line with two rows of training"
    holds = limits.BETWEEN.holds(max(shares))
    return fails_unless(holds, max(shares), "0: split before rows are made", {OVERLAP: said})


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


@check("test-unseen", CONTRACT, limits.OVERLAP, f"validation-is-test {OVERLAP}")
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
        if not limits.SAME_SAMPLES.holds(share) and len(judged) > FEW_KINDS * judged.total():
            choosers = [name for name, node in m.cfg.training.callbacks.items() if node and by_validation(node)]
            choosers += ["training.judged"] * str(chosen(m.cfg.training.get("judged"))[0]).startswith("val/")
            said += f", and {choosers[0]} decides by them" if choosers else ""
            return (fails if choosers else warns)(share, "another split", {"validation-is-test": said})
    known = set(array_statistics.hashes(*samples.leaves(m.many)))
    share = sum(n for key, n in held.items() if key in known) / number
    twice = 0.0 if continuous(m) else 1 - len(known) / samples.count(m.many)
    said = f"{share:.1%} of the test samples, targets included, are in training"
    few = limits.LARGE_OVERLAP.holds(share - 2 * twice) or share * number < 3
    return warns_unless(few, share, "about 0", {OVERLAP: said})


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
