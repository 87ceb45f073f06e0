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
from sklearn.datasets import load_digits
from sklearn.model_selection import StratifiedShuffleSplit


def load_mine(seed):
    """Digits as they are, 0 … 16 a pixel: 60 % to learn from, 20 % to validate, 20 % to test, of each class its share."""
    digits = load_digits()
    images, labels = digits.images[..., None].astype("float32"), digits.target.astype("int32")

    def cut(index, share):
        one, other = next(StratifiedShuffleSplit(1, train_size=share, random_state=seed).split(index, labels[index]))
        return index[one], index[other]

    train, rest = cut(np.arange(len(labels)), 0.6)
    validation, test = cut(rest, 0.5)
    return {
        split: (images[index], labels[index])
        for split, index in {"train": train, "validation": validation, "test": test}.items()
    }
