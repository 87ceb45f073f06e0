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


def load_mine(films, users, known, seed):
    """Known ratings, divided at random: 80 % to learn from, 10 % each to validate and to test.

    Returns:
        The splits, each (ratings given, ratings to predict) of shape (films, users). All are given the training's.
    """
    draw = np.random.default_rng(seed)
    score = 3.2 + draw.normal(0, 0.5, (films, 1)) + draw.normal(0, 0.4, users)
    score = (
        score + 0.5 * draw.normal(size=(films, 3)) @ draw.normal(size=(3, users)) + draw.normal(0, 0.4, (films, users))
    )
    ratings = np.clip(np.rint(score), 1, 5).astype("float32")
    part = draw.choice(4, (films, users), p=[1 - known, 0.8 * known, 0.1 * known, 0.1 * known])
    given = ratings * (part == 1)
    return {
        "train": (given, given),
        "validation": (given, ratings * (part == 2)),
        "test": (given, ratings * (part == 3)),
    }
