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


def load_mine(seen, until, end, damping, omega, noise, seed):
    """u'' + 2 damping u' + omega² u = 0 with u(0) = 1 and u'(0) = 0.

    Returns:
        The splits: few noisy values at the beginning to learn from, the exact ones of the whole time held out.
    """
    rng = np.random.default_rng(seed)
    fast = np.sqrt(omega**2 - damping**2)

    def solution(t):
        return np.exp(-damping * t) * (np.cos(fast * t) + damping / fast * np.sin(fast * t))

    def split(t, noise=0.0):
        u = solution(t) + noise * rng.normal(size=t.shape)
        return (2 * t / end - 1).astype("float32")[:, None], u.astype("float32")[:, None]

    return {
        "train": split(rng.uniform(0, until, seen), noise),
        "validation": split(rng.uniform(0, end, 150)),
        "test": split(rng.uniform(0, end, 150)),
    }
