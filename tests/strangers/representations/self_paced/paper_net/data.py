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
from sklearn.datasets import make_friedman1


def load_mine(wrong, train, held_out, seed):
    """Friedman's function of five of ten numbers with a little noise; a share of the training targets is far off."""
    rng = np.random.default_rng(seed)
    x, y = make_friedman1(train + 2 * held_out, noise=0.5, random_state=seed)
    x, y = 2 * x - 1, (y - 14.4) / 4.9
    bad = rng.random(train) < wrong
    y[:train][bad] = rng.uniform(-2, 14, bad.sum())
    x, y = x.astype("float32"), y[:, None].astype("float32")
    cuts = {
        "train": slice(0, train),
        "validation": slice(train, train + held_out),
        "test": slice(train + held_out, None),
    }
    return {name: (x[cut], y[cut]) for name, cut in cuts.items()}
