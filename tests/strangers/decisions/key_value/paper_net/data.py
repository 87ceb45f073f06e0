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


def load_mine(train, held_out, pairs, keys, values, seed):
    """Distinct keys in any order, values that may repeat, and the value of the key that is asked for."""
    rng = np.random.default_rng(seed)

    def draw(n):
        key = rng.permuted(np.tile(np.arange(keys), (n, 1)), axis=1)[:, :pairs].astype("int32")
        value = rng.integers(values, size=(n, pairs)).astype("int32")
        asked = rng.integers(pairs, size=n)
        rows = np.arange(n)
        return {"keys": key, "values": value, "question": key[rows, asked]}, value[rows, asked]

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
