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


def load_mine(numbers, train, held_out, seed):
    """Numbers in 0 … 1, and at which of them to point: at the least, then the second least, and so on.

    Returns:
        The splits, each ({"numbers", "before"}, places) of shapes (n, numbers, 1) twice and (n, numbers).
    """
    draw = np.random.default_rng(seed)

    def split(n):
        values = draw.uniform(0, 1, (n, numbers)).astype("float32")
        places = np.argsort(values, axis=1).astype("int32")
        ordered = np.take_along_axis(values, places, axis=1)
        before = np.concatenate([np.full((n, 1), -1, "float32"), ordered[:, :-1]], axis=1)
        return {"numbers": values[..., None], "before": before[..., None]}, places

    return {"train": split(train), "validation": split(held_out), "test": split(held_out)}
