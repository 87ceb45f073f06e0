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


def load_mine(days, seed):
    """Demand whose level and spread depend on the day; the first days are learnt from, the last tested."""
    rng = np.random.default_rng(seed)
    week = np.eye(7)[np.arange(days) % 7]
    holiday = rng.random((days, 1)) < 0.05
    season = 0.5 + 0.3 * np.sin(2 * np.pi * np.arange(days) / 365)[:, None]
    weather = np.concatenate([season + rng.normal(0, 0.1, (days, 1)), rng.exponential(0.3, (days, 1))], axis=1)
    level = week @ np.array([1.0, 1.0, 1.1, 1.1, 1.4, 2.0, 0.5]) * np.where(holiday, 0.4, 1)[:, 0]
    bread = level * (1.3 - 0.4 * weather[:, 0]) * rng.gamma(20, 1 / 20, days)
    cake = (0.3 + level * week[:, 4:].sum(axis=1) + 0.8 * holiday[:, 0]) * (1 - 0.2 * weather[:, 1].clip(0, 2))
    cake = cake * rng.gamma(4, 1 / 4, days)

    inputs = {"calendar": np.concatenate([week, holiday], axis=1), "weather": weather}
    targets = {"bread": bread[:, None], "cake": cake[:, None]}
    half, late = days // 2, 3 * days // 4
    parts = {"train": slice(0, half), "validation": slice(half, late), "test": slice(late, days)}

    def cut(arrays, part):
        return {name: array[part].astype("float32") for name, array in arrays.items()}

    return {split: (cut(inputs, part), cut(targets, part)) for split, part in parts.items()}
