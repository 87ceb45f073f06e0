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


def load_mine(walkers, pairs, length, seed):
    """Pairs of recordings, half of them of one walker; the splits have no walker in common."""
    rng = np.random.default_rng(seed)
    cadence = rng.uniform(0.05, 0.11, walkers)  # cycles a sample
    harmonics = rng.normal(size=(walkers, 3, 2, 2)) / np.array([1, 1.5, 2])[:, None, None]

    def record(who):
        n = len(who)
        turn = cadence[who, None] * rng.uniform(0.97, 1.03, (n, 1)) * np.arange(length) + rng.uniform(0, 1, (n, 1))
        angle = 2 * np.pi * turn[:, None] * np.arange(1, 4)[:, None]  # (n, 3, length)
        waves = np.stack([np.cos(angle), np.sin(angle)], axis=-1)  # (n, 3, length, 2)
        clean = np.einsum("nhts,nhsc->ntc", waves, harmonics[who])
        return (clean + 0.2 * rng.normal(size=clean.shape)).astype("float32")

    def split(n, first, last):
        left = rng.integers(first, last, n)
        same = np.arange(n) % 2
        other = first + (left - first + rng.integers(1, last - first, n)) % (last - first)
        right = np.where(same == 1, left, other)
        return {"left": record(left), "right": record(right)}, same[:, None].astype("int32")

    a, b = int(0.6 * walkers), int(0.8 * walkers)
    return {"train": split(pairs, 0, a), "validation": split(600, a, b), "test": split(600, b, walkers)}
