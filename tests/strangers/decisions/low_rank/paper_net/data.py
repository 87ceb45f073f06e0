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
from sklearn.neural_network import MLPClassifier


def digits(seed):
    x, y = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(x))
    return (x[order] / 16).reshape(-1, 8, 8), y[order].astype("int32")


def pretrained(images=900, seed=0):
    """Kernels and biases of a network with two hidden layers that knows upright digits."""
    x, y = digits(seed)
    base = MLPClassifier((64, 64), max_iter=60, random_state=seed).fit(x[:images].reshape(-1, 64), y[:images])
    return list(zip(base.coefs_, base.intercepts_, strict=True))


def load_mine(pretrained_on, train, seed):
    """Turned digits that the base network has not seen upright either."""
    x, y = digits(seed)
    x = np.rot90(x, axes=(1, 2)).reshape(-1, 64).astype("float32")
    x, y = x[pretrained_on:], y[pretrained_on:]
    middle = train + (len(x) - train) // 2
    return {
        "train": (x[:train], y[:train]),
        "validation": (x[train:middle], y[train:middle]),
        "test": (x[middle:], y[middle:]),
    }
