"""YOURS. What is learnt from.

Contract: a loader, named by `load` in conf/data/NAME.yaml, returns the splits `train`, `validation` and, where there is
one, `test`; each a pair (inputs, targets) of arrays with one common first axis, or of nested dicts or tuples of them.
Once returned, arrays are read-only: trainings share them. Change a copy. Beside the splits it may return `groups`, the
person, file or day of each sample, {split: array}: the recipe then asks that no group is on both sides.

Data larger than memory: in the place of an array, whatever has a length and gives `source[i]`, one sample, such as a
folder of files; or has a shape too and gives `source[indices]`, such as a mapped file or an HDF5 data set. In the place
of a pair, whatever has a length and gives `source[i]`, the pair of one sample, such as a source of Grain's.
"""

import keras
import numpy as np


def load_mine(days, past, ahead, seed):
    """The year's first 70 % to learn from, then 15 % each to validate and to test; scaled by the first.

    Returns:
        The splits, each a source of windows.
    """
    draw = np.random.default_rng(seed)
    hour = np.arange(24 * days)
    weather = np.zeros(24 * days)
    for i in range(1, 24 * days):
        weather[i] = 0.995 * weather[i - 1] + draw.normal(0, 0.3)
    temperature = 12 + 3 * np.sin(2 * np.pi * (hour - 9) / 24) + weather
    working = (hour // 24) % 7 < 5
    load = 60 + 12 * np.sin(2 * np.pi * (hour - 8) / 24) * np.where(working, 1, 0.5) + 5 * np.sin(4 * np.pi * hour / 24)
    load = load + 8 * working + 0.9 * np.maximum(16 - temperature, 0)
    noise = np.zeros(24 * days)
    for i in range(1, 24 * days):
        noise[i] = 0.8 * noise[i - 1] + draw.normal(0, 2.0)
    table = np.stack([load + noise, temperature], axis=1)
    a, b = int(0.7 * 24 * days), int(0.85 * 24 * days)
    table = (table - table[:a].mean(axis=0)) / table[:a].std(axis=0)
    angle = 2 * np.pi * hour / 24
    table = np.column_stack([table, np.sin(angle), np.cos(angle)]).astype("float32")
    return {
        "train": Windows(table[:a], past, ahead),
        "validation": Windows(table[a:b], past, ahead),
        "test": Windows(table[b:], past, ahead),
    }


class Windows(keras.utils.PyDataset):
    """Every window of a table: (rows of the past, load of the hours after them)."""

    def __init__(self, table, past, ahead):
        super().__init__()
        self.table, self.past, self.ahead = table, past, ahead

    def __len__(self):
        return len(self.table) - self.past - self.ahead + 1

    def __getitem__(self, i):
        now = i + self.past
        return self.table[i:now], self.table[now : now + self.ahead, 0]
