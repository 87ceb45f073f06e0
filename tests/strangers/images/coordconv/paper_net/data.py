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


def load_mine(size, square, seed):
    """All places of a square, in an order drawn once: 80 % to learn from, 10 % to validate, 10 % to test (uniform split)."""
    places = size - square + 1
    corners = np.stack(np.divmod(np.arange(places**2), places), axis=-1)  # (n, 2)
    corners = np.random.default_rng(seed).permutation(corners)
    images = np.zeros((len(corners), size, size, 1), "float32")
    for image, (row, column) in zip(images, corners, strict=True):
        image[row : row + square, column : column + square] = 1
    centres = (2 * (corners + (square - 1) / 2) / (size - 1) - 1).astype("float32")
    first, second = int(0.8 * len(corners)), int(0.9 * len(corners))
    return {
        "train": (images[:first], centres[:first]),
        "validation": (images[first:second], centres[first:second]),
        "test": (images[second:], centres[second:]),
    }
