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


def load_mine(noise, seed):
    """States of the Lorenz attractor, and its equations' right side there; a trajectory for each split."""
    rng = np.random.default_rng(seed)

    def rate(s):
        x, y, z = s
        return np.array([10 * (y - x), x * (28 - z) - y, x * y - 8 / 3 * z])

    splits = {}
    for split, number in (("train", 1500), ("validation", 300), ("test", 300)):
        state, states, h = rng.normal(size=3) + [0, 0, 25], [], 0.005
        for i in range(200 + 8 * number):
            state = state + h * rate(state + h / 2 * rate(state))
            if i >= 200 and i % 8 == 0:
                states.append(state)
        x = np.array(states)
        y = rate(x.T).T / 100  # units of 10, in 0.1 seconds
        if split == "train":
            y = y + noise * rng.standard_t(3, y.shape)
        splits[split] = ((x / 10).astype("float32"), y.astype("float32"))
    return splits
