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


def load_mine(series, months, lookback, horizon, seed):
    """Windows of monthly series, divided by time: training ends where the validation's forecast begins.

    Returns:
        The splits, each (past, future) of shapes (n, lookback) and (n, horizon).
    """
    draw = np.random.default_rng(seed)
    t = np.arange(months)
    level = np.exp(draw.uniform(3, 7, (series, 1)))
    trend = draw.normal(0, 0.004, (series, 1)) * t + draw.normal(0, 0.00002, (series, 1)) * t**2
    phase, size = draw.uniform(0, 12, (series, 1)), draw.uniform(0.05, 0.3, (series, 1))
    season = size * np.sin(2 * np.pi * (t + phase) / 12) + size / 3 * np.cos(4 * np.pi * (t + phase) / 12)
    y = (level * np.exp(trend + season + draw.normal(0, 0.04, (series, months)))).astype("float32")

    def windows(starts):
        past = np.concatenate([y[:, s : s + lookback] for s in starts])
        return past, np.concatenate([y[:, s + lookback : s + lookback + horizon] for s in starts])

    last = months - lookback - horizon  # start of the test's window
    return {
        "train": windows(range(0, last - 2 * horizon + 1, 6)),
        "validation": windows([last - horizon]),
        "test": windows([last]),
    }
