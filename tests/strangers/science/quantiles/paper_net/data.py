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
from sklearn.datasets import load_diabetes


def load_mine(seed):
    """282 persons to learn from, 80 and 80 held out; scaled by those that are learnt from."""
    x, y = load_diabetes(return_X_y=True, scaled=False)
    order = np.random.default_rng(seed).permutation(len(x))
    train, validation, test = np.split(order, [len(x) - 160, len(x) - 80])
    mean, deviation = x[train].mean(axis=0), x[train].std(axis=0)

    def split(rows):
        return ((x[rows] - mean) / deviation).astype("float32"), (y[rows, None] / 100).astype("float32")

    return {"train": split(train), "validation": split(validation), "test": split(test)}
