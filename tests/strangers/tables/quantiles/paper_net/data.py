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


def load_mine(seed):
    """4,000 deliveries to learn from, 1,000 to validate, 1,000 to test.

    Returns:
        The splits, each (facts, hours) of shapes (n, 7) and (n,).
    """
    draw = np.random.default_rng(seed)
    n = 6000
    distance, parcels, rush = draw.gamma(2, 10, n), draw.poisson(3, n), draw.random(n) < 0.3
    weather, driver, city, window = draw.normal(size=n), draw.normal(size=n), draw.random(n), draw.integers(0, 4, n)
    typical = 1 + 0.05 * distance * (1 + 0.6 * rush) + 0.2 * parcels + 0.3 * window * city - 0.2 * driver
    spread = 0.15 + 0.15 * np.log1p(np.exp(weather)) + 0.25 * rush
    hours = np.maximum(typical, 0.3) * np.exp(spread * draw.normal(size=n))
    x = np.stack([distance, parcels, rush, weather, driver, city, window], axis=1)
    x = ((x - x[:4000].mean(axis=0)) / x[:4000].std(axis=0)).astype("float32")
    y = hours.astype("float32")
    return {"train": (x[:4000], y[:4000]), "validation": (x[4000:5000], y[4000:5000]), "test": (x[5000:], y[5000:])}
