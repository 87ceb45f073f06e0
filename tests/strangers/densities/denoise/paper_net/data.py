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
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split


def load_mine(deviation, seed):
    """Noisy digits and clean ones.

    Args:
        deviation: of the noise.
        seed: of the noise and the split.

    Returns:
        The splits {"train": (inputs, targets), "validation": …, "test": …}, as conf/data/mine.yaml declares them.
    """
    clean = (load_digits().images / 16).astype("float32")[..., None]  # (1797, 8, 8, 1)
    train, rest = train_test_split(clean, test_size=600, random_state=seed)
    rng = np.random.default_rng(seed)

    def noisy(x):
        return (x + deviation * rng.normal(size=x.shape)).astype("float32"), x

    return {"train": noisy(train), "validation": noisy(rest[:300]), "test": noisy(rest[300:])}
