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


def load_mine(length, train, held_out, seed):
    """Strings of the digits 1 … 10, and the same backwards; no string is in two splits.

    Returns:
        The splits, each ({"source", "written"}, target); `written` is the target behind a 0 that begins it.
    """
    draw = np.random.default_rng(seed)
    strings = np.unique(draw.integers(1, 11, (2 * (train + 2 * held_out), length), dtype="int32"), axis=0)
    strings = draw.permutation(strings)

    def split(start, n):
        source = strings[start : start + n]
        target = source[:, ::-1].copy()
        written = np.concatenate([np.zeros((n, 1), "int32"), target[:, :-1]], axis=1)
        return {"source": source, "written": written}, target

    return {
        "train": split(0, train),
        "validation": split(train, held_out),
        "test": split(train + held_out, held_out),
    }
