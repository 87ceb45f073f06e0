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


def load_mine(symbols, silence, train, held_out, seed):
    """Copying memory: `symbols` symbols, `silence` steps of silence with the signal at their end, the symbols' turn.

    Returns:
        The splits, each (read, to write), both of shape (n, 2 symbols + silence).
    """
    draw = np.random.default_rng(seed)
    length = 2 * symbols + silence

    def split(n):
        read, write = np.zeros((2, n, length), "int32")
        content = draw.integers(1, 9, (n, symbols))
        read[:, :symbols] = content
        read[:, symbols + silence - 1] = 9
        write[:, -symbols:] = content
        return read, write

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
