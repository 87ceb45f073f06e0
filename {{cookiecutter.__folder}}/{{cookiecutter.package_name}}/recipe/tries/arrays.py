"""MACHINERY. Mends of the data, after it is loaded: labels, shapes, sizes, splits.

Each is called with a seen.Seen and returns a Change, or None where it does not apply. Sources that are read sample by
sample cannot be changed in this way: there a try breaks, and says nothing.
"""

import itertools

import numpy as np

from ..prepare import samples
from ..prepare.nested import leaves, mapped
from .change import Change


def labels_from_zero(seen):
    if seen.target is None or seen.target.kind != "classes" or np.min(seen.data.train[1]) == 0:
        return None

    def moved(splits):
        least = np.min(splits["train"][1])
        return each(splits, targets=lambda leaf: leaf - least)

    return Change("labels less the least of them", splits=moved)


def targets_as_predictions(seen):
    """Targets in the shape of the predictions, where only an axis of length 1 is between them."""
    shape = tuple(seen.answer_shape)
    if seen.target is None or shape == seen.target.shape or np.prod(shape) != np.prod(seen.target.sizes):
        return None
    return Change(
        f"targets in the shape {shape} of the predictions",
        (("data.targets.shape", list(shape)),),
        splits=lambda splits: each(splits, targets=lambda leaf: leaf.reshape(len(leaf), *shape)),
    )


def standard_targets(seen):
    if any(target.kind != "values" for target in leaves(seen.program.targets)):
        return None
    return Change("targets standardized", splits=lambda splits: standardized(splits, 1))


def standard_inputs(seen):
    return Change("inputs standardized", splits=lambda splits: standardized(splits, 0))


def standardized(splits, side):
    """The splits with each feature of one side less its mean over training, in deviations; whole numbers stay."""
    known = itertools.cycle([moments(leaf) for leaf in leaves(splits["train"][side])])

    def standard(leaf):
        mean, deviation = next(known)
        return ((leaf - mean) / deviation).astype(leaf.dtype) if leaf.dtype.kind == "f" else leaf

    return each(splits, **{("inputs", "targets")[side]: standard})


def moments(leaf):
    """Mean and deviation of each feature or channel, the last axis; of what never changes the deviation is 1."""
    over = tuple(range(max(1, leaf.ndim - 1)))
    deviation = leaf.std(axis=over)
    return leaf.mean(axis=over), np.where(deviation > 0, deviation, 1.0)


def validation_as_training(seen):
    """Each feature of the other splits with training's mean and deviation."""

    def alike(splits):
        known = itertools.cycle([moments(leaf) for leaf in leaves(splits["train"][0])])

        def moved(leaf):
            mean, deviation = next(known)
            own_mean, own_deviation = moments(leaf)
            return ((leaf - own_mean) / own_deviation * deviation + mean).astype(leaf.dtype)

        others = {name: (mapped(moved, split[0]), split[1]) for name, split in splits.items() if name != "train"}
        return {"train": splits["train"], **others}

    if any(leaf.dtype.kind != "f" for leaf in leaves(seen.data.train[0])):
        return None
    return Change("validation scaled as training is", splits=alike)


def split_anew(seen):
    """Training and validation thrown together, shuffled, and split again."""

    def mixed(splits):
        train, validation = splits["train"], splits["validation"]
        number, held = samples.count(train), samples.count(validation)
        order = np.random.default_rng(0).permutation(number + held)
        both = [
            zipped(lambda a, b: np.concatenate([a, b])[order], one, other)
            for one, other in zip(train, validation, strict=True)
        ]
        parts = {"train": slice(0, number), "validation": slice(number, None)}
        return {**splits, **{name: samples.take(tuple(both), part) for name, part in parts.items()}}

    return Change("training and validation shuffled together before they are split", splits=mixed)


def zipped(function, one, other):
    """A nest of a function of the leaves of two nests alike."""
    others = iter(leaves(other))
    return mapped(lambda leaf: function(leaf, next(others)), one)


def finite_rows(seen):
    def whole(split):
        good = np.ones(samples.count(split), bool)
        for leaf in leaves(split):
            good &= np.isfinite(leaf.reshape(len(leaf), -1)).all(axis=1) if leaf.dtype.kind == "f" else True
        return samples.take(split, np.flatnonzero(good))

    return Change(
        "samples with NaN left out", splits=lambda splits: {name: whole(split) for name, split in splits.items()}
    )


def each(splits, inputs=None, targets=None):
    """The splits with a function of each array of their inputs, or of their targets, in its place."""

    def changed(split):
        return tuple(
            mapped(change, side) if change else side for side, change in zip(split, (inputs, targets), strict=True)
        )

    return {name: changed(split) for name, split in splits.items()}
