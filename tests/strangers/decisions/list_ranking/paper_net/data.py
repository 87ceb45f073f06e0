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


def load_mine(queries, held_out, documents, seed):
    """Queries whose documents' grades depend on how features combine; the query's own scale is in two of them."""
    rng = np.random.default_rng(seed)

    def draw(n):
        x = rng.normal(size=(n, documents, 8))
        x[..., 6:] = rng.normal(size=(n, 1, 2))  # features of the query
        useful = x[..., 0] + np.sin(2 * x[..., 1]) + x[..., 2] * x[..., 6] + 0.5 * np.abs(x[..., 3]) * x[..., 7]
        useful = useful + rng.normal(0, 0.3, useful.shape)
        grade = np.digitize(useful, [-0.5, 0.5, 1.5, 2.5]).astype("float32")  # 0 … 4
        missing = np.arange(documents) >= rng.integers(6, documents + 1, size=(n, 1))
        x[missing], grade[missing] = 0, -1
        return x.astype("float32"), grade

    return {"train": draw(queries), "validation": draw(held_out), "test": draw(held_out)}
