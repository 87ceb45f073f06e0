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


def load_mine(flips, train, held_out, seed):
    """Sectors of two rings, whose labels are wrong in a way that depends on the class."""
    rng = np.random.default_rng(seed)
    lift = rng.normal(size=(4, 12)) / 2

    def points(n, noisy):
        label = rng.integers(0, 6, n)
        radius = 1 + label % 2 + 0.2 * rng.normal(size=n)
        angle = (label // 2 + rng.uniform(0.05, 0.95, n)) * 2 * np.pi / 3
        plane = np.stack([radius * np.cos(angle), radius * np.sin(angle), radius, np.cos(2 * angle)], axis=1)
        x = (plane @ lift + 0.1 * rng.normal(size=(n, 12))).astype("float32")
        if noisy:
            label = np.where(rng.random(n) < np.asarray(flips)[label], (label + 1) % 6, label)
        return x, label.astype("int32")

    return {"train": points(train, True), "validation": points(held_out, True), "test": points(held_out, False)}
