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


def load_mine(train, held_out, members, seed):
    """Sets are drawn from images of their own in each split."""
    rng = np.random.default_rng(seed)
    x, y = load_digits(return_X_y=True)
    order = rng.permutation(len(x))
    x, y = x[order].astype("float32") / 16, y[order]

    def draw(n, first, last):
        of_digit = [first + np.flatnonzero(y[first:last] == digit) for digit in range(10)]
        digits = rng.permuted(np.tile(np.arange(10), (n, 1)), axis=1)[:, :members]  # (n, members), all different
        chosen = np.array([[rng.choice(of_digit[digit]) for digit in row] for row in digits])
        return x[chosen], np.argsort(-digits, axis=1).astype("int32")

    return {
        "train": draw(train, 0, 1100),
        "validation": draw(held_out, 1100, 1450),
        "test": draw(held_out, 1450, len(x)),
    }
