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


def load_mine(train, held_out, smallest, largest, sought, seed):
    """Bags of digit images; half of them hold `sought`. Splits draw from images of their own.

    Returns:
        The splits, each (bags, labels) of shapes (n, largest, 8, 8) and (n, 1).
    """
    draw = np.random.default_rng(seed)
    digits = load_digits()
    order = draw.permutation(len(digits.target))
    images, labels = digits.images[order] / 16, digits.target[order]

    def bags(n, part):
        positive = part[labels[part] == sought]
        negative = part[labels[part] != sought]
        x, y = np.zeros((n, largest, 8, 8), "float32"), draw.integers(0, 2, (n, 1), dtype="int32")
        for bag, holds in zip(x, y[:, 0], strict=True):
            size = draw.integers(smallest, largest + 1)
            chosen = draw.choice(negative, size)
            if holds:
                chosen[draw.integers(size)] = draw.choice(positive)
            bag[:size] = images[chosen]
        return x, y

    index = np.arange(len(labels))
    return {
        "train": bags(train, index[:1000]),
        "validation": bags(held_out, index[1000:1400]),
        "test": bags(held_out, index[1400:]),
    }
