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


def load_mine(samples, signal, code, share, noise, seed):
    """Signals of a few atoms of a dictionary with columns of length 1, and their codes."""
    rng = np.random.default_rng(seed)
    dictionary = rng.normal(size=(signal, code))
    dictionary /= np.linalg.norm(dictionary, axis=0)
    splits = {}
    for split, size in samples.items():
        active = rng.random((size, code)) < share
        x = active * rng.choice([-1, 1], (size, code)) * rng.uniform(0.5, 1.5, (size, code))
        y = x @ dictionary.T + noise * rng.normal(size=(size, signal))
        splits[split] = (y.astype("float32"), x.astype("float32"))
    return splits
