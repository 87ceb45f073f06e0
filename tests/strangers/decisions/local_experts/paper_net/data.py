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


def load_mine(train, held_out, noise, seed):
    """Four regimes, divided by two oblique lines; a linear law in each."""
    rng = np.random.default_rng(seed)
    laws = np.array([(2.0, -1.0, 0.5), (-1.5, 0.5, -1.0), (0.5, 2.0, 1.5), (-0.5, -2.0, 0.0)])

    def draw(n):
        x = rng.uniform(-1, 1, (n, 2))
        regime = 2 * (x[:, 0] + 0.5 * x[:, 1] > 0) + (x[:, 1] - 0.3 * x[:, 0] > 0)
        law = laws[regime]
        y = (law[:, :2] * x).sum(axis=1) + law[:, 2] + rng.normal(0, noise, n)
        return x.astype("float32"), y[:, None].astype("float32")

    return {"train": draw(train), "validation": draw(held_out), "test": draw(held_out)}
