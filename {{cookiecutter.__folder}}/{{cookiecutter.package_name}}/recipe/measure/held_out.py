"""MACHINERY. Whether samples that are held out are of training's own stuff: the same, cut from the same series, copies,
or made of samples that are trained on."""

from collections import Counter

import numpy as np
from sklearn import neighbors

LONG = 8  # steps of a series, for half of it to be no coincidence
STEP = 1e-4  # beyond the rounding of float32, in the steps of series
MOST_SERIES = 300  # held-out samples that are compared with training
MOST_STRETCHES = 300_000
MOST_NEAR = 3000  # training samples among which neighbours are sought
FEW_COPIES = 10  # neighbours of a sample, beyond its copies
FEATURES = 8
BESIDE = 50  # neighbours of a row, between two of which it may lie
ALIKE = 2  # features: rows of one person agree in all others
OPPOSITE = -1 + 1e-5  # cosine of two directions that make one line, to rounding
FEW_DIRECTIONS = 5  # in which rows differ: in fewer, some of the pairs of BESIDE neighbours make a line by chance
JUMP = 4.0  # from the distance of one neighbour to that of the next


def overlap(ours, theirs):
    """(the share of held-out samples that are in training, the share of training's that occur twice there), of their
    hashes."""
    times = Counter(ours)
    return float(np.mean([key in times for key in theirs])), sum(n for n in times.values() if n > 1) / len(ours)


def stretches(series, length):
    """Every stretch of so many steps in series ["b t …"] that has more than the three values of a mask's own steps.

    Returns:
        [(number of a sample, first step, hash)].
    """
    rows = np.ascontiguousarray(series.reshape(*series.shape[:2], -1))
    found = []
    for number, row in enumerate(rows):
        for start in range(len(row) - length + 1):
            part = row[start : start + length]
            low, high = part.min(), part.max()
            between = part[(part > low) & (part < high)]
            if between.size and (between != between[0]).any():
                found.append((number, start, hash(part.tobytes())))
    return found


def continued(train, held):
    """The share of held-out series half of which, or more, stands in a training series at another step: windows cut
    from one recording overlap so. (At the same step two rows of a table agree, that are of one field or one patient.)
    0.0 where no sequences of floats are given, or too many to compare."""
    if not train.dtype.kind == held.dtype.kind == "f" or train.ndim not in (2, 3) or train.shape[1] < LONG:
        return 0.0
    length = train.shape[1] // 2
    held = held[:MOST_SERIES]
    train = train[: MOST_STRETCHES // (train.shape[1] - length + 1)]
    known = {}
    for _, start, stretch in stretches(train, length):
        known.setdefault(stretch, set()).add(start)
    shifted = {number for number, start, stretch in stretches(held, length) if known.get(stretch, set()) - {start}}
    return len(shifted) / len(held)


def steps(train, held):
    """From each value of series ["b t …"] to the next, in training's deviations, to so many digits as are left where a
    level was taken off."""
    taken = [np.diff(series.astype("float64"), axis=1) for series in (train, held)]
    unit = STEP * max(taken[0].std(), 1e-12)
    return [np.round(part / unit).astype("float32") for part in taken]


def between(train, held, known, asked):
    """The share of held-out rows that lie between two training rows of their own label, on one line with both. Those
    that differ in one or two features alone lie so by chance, as of one region in one week of the year. So do all where
    features are few in truth, as the hours of a day that is as yesterday, but warmer: 0.0 then.

    Args:
        train, held: Float["rows features"].
        known, asked: the labels of both.
    """
    scale, found = train.std(axis=0) + 1e-12, 0
    train, held, asked = train / scale, (held / scale)[:MOST_SERIES], asked[:MOST_SERIES]
    if directions(train) < FEW_DIRECTIONS:
        return 0.0
    for label in np.unique(asked):
        ours, theirs = train[known == label], held[asked == label]
        if len(ours) < 3:
            continue
        near = neighbors.NearestNeighbors(n_neighbors=min(BESIDE, len(ours))).fit(ours)
        for row, others in zip(theirs, near.kneighbors(theirs, return_distance=False), strict=True):
            away = (ours[others] - row).astype("float64")
            far = np.linalg.norm(away, axis=1)
            apart = (far > 1e-4) & ((np.abs(away) > 1e-6).sum(axis=1) > ALIKE)
            away = away[apart] / far[apart, None]
            found += bool(len(away)) and (away @ away.T).min() < OPPOSITE
    return found / len(held)


def directions(rows):
    """How many directions hold all but a thousandth of the variance of rows, of a thousand of them where there are
    more."""
    some = rows[:: max(1, len(rows) // 1000)].astype("float64")  # a column that never changes has none, to rounding
    spread = np.linalg.svd(some - some.mean(axis=0), compute_uv=False) ** 2
    return int((np.cumsum(spread) < (1 - 1e-3) * spread.sum()).sum()) + 1


def copied(train, held):
    """The share of held-out samples that lie close to one or a few training samples, and at once far from all others:
    copies of one sample, noisy or augmented, lie so. 0.0 for few features, where neighbours are close by chance."""
    train, held = (part.reshape(len(part), -1).astype("float64") for part in (train, held))
    scale = train.std(axis=0)
    vary = scale > 0
    if vary.sum() < FEATURES or len(train) < 10 * FEW_COPIES:
        return 0.0
    train, held = (part[:, vary] / scale[vary] for part in (train[:MOST_NEAR], held[:MOST_SERIES]))
    nearest = neighbors.NearestNeighbors(n_neighbors=FEW_COPIES).fit(train).kneighbors(held)[0]
    jumps = nearest[:, 1:] / np.maximum(nearest[:, :-1], 1e-9)
    return float(np.mean(jumps.max(axis=1) > JUMP))
