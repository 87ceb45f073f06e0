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
    """300 patients to learn from, 71 each to validate and to test, drawn.

    Returns:
        The splits, each (measurements, progression) of shapes (n, 10) and (n, 1).
    """
    x, y = load_diabetes(return_X_y=True, scaled=False)
    order = np.random.default_rng(seed).permutation(len(x))
    x, y = x[order], y[order, None]
    x = (x - x[:300].mean(axis=0)) / x[:300].std(axis=0)
    y = (y - y[:300].mean()) / y[:300].std()
    x, y = x.astype("float32"), y.astype("float32")
    return {"train": (x[:300], y[:300]), "validation": (x[300:371], y[300:371]), "test": (x[371:], y[371:])}
