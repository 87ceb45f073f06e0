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


def load_mine(steps, train, held_out, seed):
    """The adding problem; the first mark lies in the first half, the second one in the other.

    Args:
        steps: length of a sequence.
        train: sequences to learn from.
        held_out: sequences of the validation and of the test split, each.
        seed: of what is drawn.

    Returns:
        The splits, each (sequences, sums) of shapes (n, steps, 2) and (n, 1).
    """
    draw = np.random.default_rng(seed)

    def split(n):
        numbers = draw.uniform(0, 1, (n, steps))
        marks = np.zeros((n, steps))
        marks[np.arange(n), draw.integers(0, steps // 2, n)] = 1
        marks[np.arange(n), draw.integers(steps // 2, steps, n)] = 1
        sums = np.sum(numbers * marks, axis=1, keepdims=True)
        return np.stack([numbers, marks], axis=-1).astype("float32"), sums.astype("float32")

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
