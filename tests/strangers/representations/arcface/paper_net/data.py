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


def load_mine(identities, train, held_out, seed):
    """Identities of 6 numbers, poses of 4 that say nothing of them, seen through tanh of a random mixture."""
    rng = np.random.default_rng(seed)
    codes = rng.normal(size=(identities, 6))
    mix, out = rng.normal(size=(10, 60)) / 2, rng.normal(size=(60, 40)) / 6

    def portraits(n):
        who = rng.integers(0, identities, n)
        latent = np.concatenate([codes[who] + 0.25 * rng.normal(size=(n, 6)), 1.5 * rng.normal(size=(n, 4))], axis=1)
        seen = np.tanh(latent @ mix) @ out + 0.05 * rng.normal(size=(n, 40))
        return seen.astype("float32"), who.astype("int32")

    return {"train": portraits(train), "validation": portraits(held_out), "test": portraits(held_out)}
