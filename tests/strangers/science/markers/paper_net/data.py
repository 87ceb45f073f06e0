"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import numpy as np


def load_mine(persons, peaks, telling, shift, kept, seed):
    """Heights of peaks, log-normal; the ill have a few higher ones. Which peaks to keep, the training split says."""
    rng = np.random.default_rng(seed)
    total = sum(persons.values())
    ill = rng.permutation(np.arange(total) % 2)
    heights = rng.normal(size=(total, peaks))
    heights[:, rng.choice(peaks, telling, replace=False)] += shift * ill[:, None]
    x = np.log1p(np.exp(heights))  # as an instrument gives them
    bounds = np.cumsum([0, *persons.values()])
    rows = {split: np.arange(*bounds[i : i + 2]) for i, split in enumerate(persons)}
    train = rows["train"]
    best = most_telling(x[train], ill[train])[:kept]
    mean, deviation = x[train][:, best].mean(axis=0), x[train][:, best].std(axis=0)
    return {
        split: (((x[at][:, best] - mean) / deviation).astype("float32"), ill[at, None].astype("int32"))
        for split, at in rows.items()
    }


def most_telling(x, ill):
    """The peaks by the size of their t statistic, the largest first."""
    a, b = x[ill == 1], x[ill == 0]
    spread = np.sqrt(a.var(axis=0, ddof=1) / len(a) + b.var(axis=0, ddof=1) / len(b))
    return np.argsort(-np.abs(a.mean(axis=0) - b.mean(axis=0)) / spread)
