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


def load_mine(trajectories, points, noise, seed):
    """Trajectories of H = 6 (1 - cos q) + p² / 2, from random energies; a trajectory is in one split only.

    Returns:
        The splits, and `groups`: the number of each sample's trajectory.
    """
    rng = np.random.default_rng(seed)

    def rate(state):
        q, p = state[..., 0], state[..., 1]
        return np.stack([p, -6 * np.sin(q)], axis=-1)

    total, h = sum(trajectories.values()), 3 / points / 10
    angle, radius = rng.uniform(0, 2 * np.pi, total), rng.uniform(0.5, 2.3, total)
    state = np.stack([radius * np.cos(angle), 1.8 * radius * np.sin(angle)], axis=-1)
    path = []
    for step in range(points * 10):
        if step % 10 == 0:
            path.append(state)
        middle = state + h / 2 * rate(state)
        state = state + h * rate(middle)
    path = np.stack(path, axis=1)  # (total, points, 2)
    x = (path + noise * rng.normal(size=path.shape)).astype("float32")
    y = rate(path).astype("float32")
    splits, groups, at = {}, {}, 0
    for split, size in trajectories.items():
        splits[split] = (x[at : at + size].reshape(-1, 2), y[at : at + size].reshape(-1, 2))
        groups[split] = np.repeat(np.arange(at, at + size), points)
        at += size
    return {**splits, "groups": groups}
