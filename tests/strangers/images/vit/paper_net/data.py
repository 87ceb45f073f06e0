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


def load_mine(seed):
    """1,200 digits to learn from, 297 to validate, 300 to test; standardized by the mean and deviation of those learnt from."""
    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.target))
    images, labels = digits.images[order, ..., None], digits.target[order].astype("int32")
    mean, deviation = images[:1200].mean(), images[:1200].std()
    images = ((images - mean) / deviation).astype("float32")
    cuts = {"train": slice(0, 1200), "validation": slice(1200, 1497), "test": slice(1497, None)}
    return {split: (images[cut], labels[cut]) for split, cut in cuts.items()}
