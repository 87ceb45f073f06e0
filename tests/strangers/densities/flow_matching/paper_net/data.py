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


def load_mine(train, held_out):
    """Sources of places on the way, and of velocities.

    Args:
        train: samples of the training split.
        held_out: samples of the validation and of the test split, each.

    Returns:
        The splits {"train": source, "validation": …, "test": …}, of pairs as conf/data/mine.yaml declares them.
    """
    return {"train": Paths(train, seed=0), "validation": Paths(held_out, seed=1), "test": Paths(held_out, seed=2)}


class Paths:
    """Straight ways from a point of noise (time 0) to one of the data (time 1); source[i] is a place and its velocity.

    Source: Lipman et al. 2023, equations 22 and 23, with sigma_min = 0.
    """

    def __init__(self, size, seed):
        rng = np.random.default_rng(seed)
        row, half, column = rng.integers(0, 4, size), rng.integers(0, 2, size), rng.random((size, 2))
        corner = np.stack([row, 2 * half + row % 2], axis=1)  # of a field that is dark
        self.data = ((corner + column) - 2) / 1.16  # (size, 2), in -1.7 … 1.7, of deviation 1
        self.noise = rng.normal(size=(size, 2))
        self.time = rng.random(size)

    def __len__(self):
        return len(self.time)

    def __getitem__(self, i):
        start, end, time = self.noise[i], self.data[i], self.time[i]
        place = (1 - time) * start + time * end
        return np.array([*place, time], "float32"), (end - start).astype("float32")
