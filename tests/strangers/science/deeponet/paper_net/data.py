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


def load_mine(functions, places, sensors, scale, seed):
    """Smooth random functions, each evaluated at some random places; no function is in two splits.

    Returns:
        The splits; a sample is one function at one place.
    """
    rng = np.random.default_rng(seed)
    total = sum(functions.values())
    grid = np.linspace(0, 1, 201)
    covariance = np.exp(-0.5 * ((grid[:, None] - grid[None, :]) / scale) ** 2)
    u = rng.multivariate_normal(np.zeros(len(grid)), covariance, size=total, method="eigh")  # (total, 201)
    s = np.concatenate([np.zeros((total, 1)), np.cumsum((u[:, 1:] + u[:, :-1]) / 2, axis=1) / 200], axis=1)
    at = rng.integers(0, len(grid), (total, places))
    seen = u[:, np.linspace(0, 200, sensors).astype(int)]  # (total, sensors)
    number = np.repeat(np.arange(total), places)
    x = {"u": seen[number].astype("float32"), "y": grid[at].reshape(-1, 1).astype("float32")}
    target = np.take_along_axis(s, at, axis=1).reshape(-1, 1).astype("float32")
    rows = np.arange(total * places)
    splits, first = {}, 0
    for split, size in functions.items():
        mine = rows[first : first + size * places]
        splits[split] = ({name: values[mine] for name, values in x.items()}, target[mine])
        first += size * places
    return splits
