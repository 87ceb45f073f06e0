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


def load_mine(systems, particles, time, seed):
    """Softened Coulomb forces between random charges, integrated by the leapfrog in 80 steps."""
    rng = np.random.default_rng(seed)
    splits = {}
    for split, number in systems.items():
        start = rng.normal(size=(number, particles, 3))
        speed = 0.7 * rng.normal(size=start.shape)
        charge = rng.choice([-1.0, 1.0], (number, particles, 1))

        def force(x, charge=charge):
            apart = x[:, :, None] - x[:, None]  # (n, i, j, 3)
            square = np.sum(apart**2, axis=-1, keepdims=True) + 0.2
            return np.sum(charge[:, :, None] * charge[:, None] * apart / square**1.5, axis=2)

        x, v, h = start, speed, time / 80
        for _ in range(80):
            v = v + h / 2 * force(x)
            x = x + h * v
            v = v + h / 2 * force(x)
        inputs = {"position": start, "velocity": speed, "charge": charge}
        splits[split] = ({name: a.astype("float32") for name, a in inputs.items()}, x.astype("float32"))
    return splits
