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


def load_mine(samples, ranks, seed):
    """A rank that is a noisy, curved score of the indicators, cut at thresholds.

    Returns:
        The splits, each (indicators, levels): level k is 1 where the rank is above k.
    """
    draw = np.random.default_rng(seed)
    x = draw.normal(size=(samples, 12))
    score = x[:, 0] + np.abs(x[:, 1]) + x[:, 2] * x[:, 3] + 0.5 * np.sin(2 * x[:, 4]) + 0.3 * x[:, 5]
    score = score + draw.normal(0, 0.3, samples)
    rank = np.searchsorted(np.linspace(-1.5, 3.0, ranks - 1), score)  # 0 … ranks - 1
    levels = (rank[:, None] > np.arange(ranks - 1)).astype("float32")
    x = x.astype("float32")
    a, b = samples - 2000, samples - 1000
    return {"train": (x[:a], levels[:a]), "validation": (x[a:b], levels[a:b]), "test": (x[b:], levels[b:])}
