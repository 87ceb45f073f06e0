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

ROTATION = 0.97 * np.array([[np.cos(0.3), -np.sin(0.3)], [np.sin(0.3), np.cos(0.3)]])


def load_mine(tracks, length, process, observation, seed):
    """Tracks of x ← F x + noise from a random start, y = x[0] + noise; y[t] is of the state x[t]."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in tracks.items():
        x = rng.normal(size=(number, 2))
        states, seen = [], []
        for _ in range(length):
            x = x @ ROTATION.T + process * rng.normal(size=(number, 2))
            states.append(x)
            seen.append(x[:, :1] + observation * rng.normal(size=(number, 1)))
        splits[split] = (np.stack(seen, axis=1).astype("float32"), np.stack(states, axis=1).astype("float32"))
    return splits
