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
from sklearn.linear_model import LogisticRegression


def load_mine(replays, exploration, seed):
    """Digits, the labels that a poor classifier tried, and whether they were right."""
    rng = np.random.default_rng(seed)
    x, label = load_digits(return_X_y=True)
    order = rng.permutation(len(x))
    x, label = x[order].astype("float32") / 16, label[order]
    logger = LogisticRegression(C=0.2, max_iter=200).fit(x[:60], label[:60])  # the logging policy

    def log(first, last):
        images, labels = np.repeat(x[first:last], replays, axis=0), np.repeat(label[first:last], replays)
        p = (1 - exploration) * logger.predict_proba(images) + exploration / 10  # (b, actions)
        action = (p.cumsum(axis=1) > rng.random((len(p), 1))).argmax(axis=1)
        propensity = p[np.arange(len(p)), action]
        return images, np.stack([action, action == labels, propensity], axis=-1).astype("float32")

    return {"train": log(60, 1060), "validation": log(1060, 1400), "test": log(1400, len(x))}
