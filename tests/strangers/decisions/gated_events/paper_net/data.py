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

PATTERNS = np.array([(1, 2, 3), (3, 2, 1), (4, 4, 5), (6, 1, 6), (7, 8, 2)])


def load_mine(train, held_out, longest, seed):
    """Random texts, some patterns in them; the labels are looked up in the finished text."""
    rng = np.random.default_rng(seed)

    def draw(n):
        texts, labels = np.zeros((n, longest), "int32"), np.zeros((n, 5), "float32")
        for text, label in zip(texts, labels, strict=True):
            length = rng.integers(10, longest + 1)
            text[:length] = rng.integers(1, 11, size=length)
            for pattern in rng.choice(5, rng.integers(0, 4), replace=False):
                place = rng.integers(length - 2)
                text[place : place + 3] = PATTERNS[pattern]
            triples = np.lib.stride_tricks.sliding_window_view(text, 3)  # (longest - 2, 3)
            label[:] = (triples[:, None] == PATTERNS).all(axis=-1).any(axis=0)
        return texts, labels

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
