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
from sklearn.datasets import load_breast_cancer


def load_mine(missing, repeats, seed):
    """Measurements with gaps, and without.

    Args:
        missing: share of the measurements.
        repeats: of each training sample.
        seed: of the split and the gaps.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    rng = np.random.default_rng(seed)
    tumours = np.log(load_breast_cancer().data + 0.01)
    order = rng.permutation(len(tumours))  # (569)
    train, validation, test = (tumours[part] for part in np.split(order, [369, 469]))
    mean, deviation = train.mean(axis=0), train.std(axis=0)

    def gaps(x, repeats=1):
        x = np.repeat((x - mean) / deviation, repeats, axis=0).astype("float32")
        there = (rng.random(x.shape) >= missing).astype("float32")
        return {"measured": x * there, "there": there}, x

    return {"train": gaps(train, repeats), "validation": gaps(validation), "test": gaps(test)}
