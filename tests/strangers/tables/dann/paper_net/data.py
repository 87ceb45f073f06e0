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
from sklearn.datasets import make_moons


def load_mine(samples, degrees, noise, seed):
    """Two moons; the target domain is the same, rotated. Its labels serve to validate and to test alone.

    Returns:
        The splits, each (points, {label, domain}); the test is of the target domain alone.
    """
    angle = np.deg2rad(degrees)
    rotation = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])

    def domain(n, target, seed):
        x, label = make_moons(n, noise=noise, random_state=seed)
        x = x - [0.5, 0.25]
        return (
            (x @ rotation.T if target else x).astype("float32"),
            label.astype("int32"),
            np.full((n, 1), target, "int32"),
        )

    def both(n, seed, known):
        source, target = domain(n, 0, seed), domain(n, 1, seed + 1)
        labels = [source[1], target[1] if known else np.full(n, -1, "int32")]
        return np.concatenate([source[0], target[0]]), {
            "label": np.concatenate(labels),
            "domain": np.concatenate([source[2], target[2]]),
        }

    x, label, of = domain(300, 1, seed + 4)
    return {
        "train": both(samples, seed, known=False),
        "validation": both(300, seed + 2, known=True),
        "test": (x, {"label": label, "domain": of}),
    }
