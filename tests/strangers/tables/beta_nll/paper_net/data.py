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


def load_mine(samples, seed):
    """y = sin(5 x) + a little of the others, with noise of deviation 0.05 … 0.85.

    Returns:
        The splits, each (inputs, values) of shapes (n, 4) and (n, 1).
    """
    draw = np.random.default_rng(seed)
    x = draw.uniform(-1, 1, (samples, 4))
    mean = np.sin(5 * x[:, 0]) + 0.3 * x[:, 1] * x[:, 2]
    y = mean + (0.05 + 0.2 * (1 + x[:, 0]) ** 2) * draw.normal(size=samples)
    x, y = x.astype("float32"), y.astype("float32")[:, None]
    a, b = samples - 1000, samples - 500
    return {"train": (x[:a], y[:a]), "validation": (x[a:b], y[a:b]), "test": (x[b:], y[b:])}
