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


def load_mine(documents, seed):
    """Counts, square roots taken; the last 500 documents are the test, the 500 before the validation.

    Returns:
        The splits, each (words, topics) of shapes (n, 60) and (n, 10).
    """
    x, y = make_multilabel_classification(
        documents, n_features=60, n_classes=10, n_labels=3, length=120, allow_unlabeled=True, random_state=seed
    )
    x, y = np.sqrt(x).astype("float32"), y.astype("float32")
    a, b = documents - 1000, documents - 500
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}
