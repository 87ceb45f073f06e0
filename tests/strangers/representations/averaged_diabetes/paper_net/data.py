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
    """Patients in a random order: 282 to learn from, 80 to validate, 80 to test."""
    x, y = load_diabetes(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(y))
    x, y = (20 * x[order]).astype("float32"), y[order, None]
    y = ((y - y[:282].mean()) / y[:282].std()).astype("float32")
    cuts = {"train": slice(0, 282), "validation": slice(282, 362), "test": slice(362, None)}
    return {name: (x[cut], y[cut]) for name, cut in cuts.items()}
