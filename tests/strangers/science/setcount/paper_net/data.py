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


def load_mine(sets, size, seed):
    """Sets of images with 1 … size different digits, each number equally likely; no image is in two splits."""
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    pools = dict(zip(sets, np.split(order, [1200, 1500]), strict=True))
    splits = {}
    for split, number in sets.items():
        of_digit = [pools[split][digits[pools[split]] == digit] for digit in range(10)]
        chosen = np.zeros((number, size), int)
        counts = rng.integers(1, size + 1, number)
        for row, count in zip(chosen, counts, strict=True):
            kinds = rng.choice(10, count, replace=False)
            kinds = np.concatenate([kinds, rng.choice(kinds, size - count)])
            row[:] = rng.permutation([rng.choice(of_digit[kind]) for kind in kinds])
        splits[split] = ((images[chosen] / 16).astype("float32"), counts.astype("float32")[:, None])
    return splits
