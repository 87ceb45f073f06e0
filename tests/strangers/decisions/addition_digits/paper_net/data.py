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


def load_mine(train, held_out, places, seed):
    """Numbers with any count of digits up to `places`, so that carries of all lengths occur."""
    rng = np.random.default_rng(seed)

    def digits(numbers):
        return numbers[:, None] // 10 ** np.arange(places + 1) % 10  # units first

    def draw(n):
        largest = 10 ** rng.integers(1, places + 1, size=(2, n))
        a, b = (rng.random((2, n)) * largest).astype("int64")
        return np.stack([digits(a), digits(b)], axis=-1).astype("int32"), digits(a + b).astype("int32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
