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
from sklearn.datasets import make_multilabel_classification


def load_mine(train, held_out, seed):
    """Documents of 40 words or so."""
    x, y = make_multilabel_classification(
        train + 2 * held_out, n_features=100, n_classes=6, n_labels=2, length=40, random_state=seed
    )
    x, y = np.log1p(x).astype("float32"), y.astype("float32")
    cuts = np.split(np.arange(len(x)), [train, train + held_out])
    return {name: (x[cut], y[cut]) for name, cut in zip(["train", "validation", "test"], cuts, strict=True)}
