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


def load_mine(fields, impressions, seed):
    """Impressions and whether they were clicked; the logit is a factorization machine's, with 4 factors.

    Returns:
        The splits, each (rows, clicks) of shapes (n, fields) and (n, 1).
    """
    draw = np.random.default_rng(seed)
    popular = [draw.dirichlet(np.full(size, 2.0)) for size in fields]
    values = np.stack([draw.choice(size, impressions, p=p) for size, p in zip(fields, popular, strict=True)], axis=1)
    weights = [draw.normal(0, 0.5, size) for size in fields]
    factors = [draw.normal(0, 0.75, (size, 4)) for size in fields]
    linear = sum(w[values[:, f]] for f, w in enumerate(weights))
    looked_up = np.stack([v[values[:, f]] for f, v in enumerate(factors)], axis=1)  # (n, fields, 4)
    pairs = 0.5 * (looked_up.sum(axis=1) ** 2 - (looked_up**2).sum(axis=1)).sum(axis=1)
    clicked = draw.random(impressions) < 1 / (1 + np.exp(1.2 - linear - pairs))

    offsets = np.concatenate([[0], np.cumsum(fields)[:-1]])
    rows, clicked = (values + offsets).astype("int32"), clicked.astype("int32")[:, None]
    a, b = impressions - 4000, impressions - 2000
    return {"train": (rows[:a], clicked[:a]), "validation": (rows[a:b], clicked[a:b]), "test": (rows[b:], clicked[b:])}
