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


def load_mine(hours, lookback, horizon, seed):
    """Windows of one long multivariate series: 70 % of the time to learn from, then 15 % each.

    Returns:
        The splits, each (past, future) of shapes (n, lookback, 8) and (n, horizon, 8).
    """
    draw = np.random.default_rng(seed)
    t = np.arange(hours)[:, None]
    periods, phases = np.array([24, 24, 12, 24, 36, 12, 24, 36]), draw.uniform(0, 2 * np.pi, 8)
    cycles = np.sin(2 * np.pi * t / periods + phases) * (1 + 0.3 * np.sin(2 * np.pi * t / 300 + phases))
    level = np.cumsum(draw.normal(0, 0.04, (hours, 8)), axis=0)
    shocks = np.zeros((hours, 8))
    for i in range(1, hours):
        shocks[i] = 0.8 * shocks[i - 1] + draw.normal(0, 0.15, 8)
    lagged = np.roll(shocks, 6, axis=0)[:, [1, 2, 3, 4, 5, 6, 7, 0]]  # a channel follows its neighbour, six hours later
    y = cycles + level + shocks + lagged

    ends = [int(0.7 * hours), int(0.85 * hours), hours]
    y = (y - y[: ends[0]].mean(axis=0)) / y[: ends[0]].std(axis=0)

    def windows(start, end, step):
        starts = range(start, end - lookback - horizon + 1, step)
        past = np.stack([y[s : s + lookback] for s in starts])
        future = np.stack([y[s + lookback : s + lookback + horizon] for s in starts])
        return past.astype("float32"), future.astype("float32")

    return {
        "train": windows(0, ends[0], 2),
        "validation": windows(ends[0], ends[1], 2),
        "test": windows(ends[1], ends[2], 2),
    }
