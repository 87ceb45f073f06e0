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
from sklearn.datasets import make_moons


def load_mine(labelled, train, held_out, seed):
    """Moons, of which the training split has lost most of its labels."""
    rng = np.random.default_rng(seed)
    plane, label = make_moons(train + 2 * held_out, noise=0.12, random_state=seed)
    x = (plane - [0.5, 0.25]) @ rng.normal(size=(2, 10)) + 0.1 * rng.normal(size=(len(plane), 10))
    x, label = x.astype("float32"), label.astype("int32")
    given = label[:train].copy()
    given[labelled:] = -1  # make_moons has shuffled them
    first, second = train, train + held_out
    return {
        "train": (x[:first], given),
        "validation": (x[first:second], label[first:second]),
        "test": (x[second:], label[second:]),
    }
