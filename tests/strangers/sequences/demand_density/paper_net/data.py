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


def load_mine(hours, window, seed):
    """Demand with a daily curve, slow moods and a noise that is larger by day; windows of it, and the next hour.

    The first 70 % of the time are learnt from, then 15 % each; no hour is in two splits.

    Returns:
        The splits, each (windows, next demand) of shapes (n, window, 3) and (n, 1), scaled by the first part.
    """
    draw = np.random.default_rng(seed)
    angle = 2 * np.pi * np.arange(hours) / 24
    demand, mood = np.zeros(hours), 0.0
    for t in range(hours):
        mood = 0.95 * mood + draw.normal(0, 0.25)
        width = 0.15 + 0.5 * (1 - np.cos(angle[t])) / 2
        demand[t] = 5 + 2 * np.sin(angle[t] - 1.5) + 0.8 * np.sin(2 * angle[t]) + mood + width * draw.normal()
    known = demand[: int(0.7 * hours)]
    demand = (demand - known.mean()) / known.std()
    series = np.stack([demand, np.sin(angle), np.cos(angle)], axis=-1).astype("float32")  # (hours, 3)

    def windows(part):
        starts = np.arange(len(part) - window)
        return part[starts[:, None] + np.arange(window)], part[starts + window, :1]

    first, second = int(0.7 * hours), int(0.85 * hours)
    return {
        "train": windows(series[:first]),
        "validation": windows(series[first:second]),
        "test": windows(series[second:]),
    }
