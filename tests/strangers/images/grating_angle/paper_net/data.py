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


def load_mine(train, held_out, size, noise, seed):
    """Sines of any orientation and phase, of 3 to 8 pixels a period, with noise."""
    draw = np.random.default_rng(seed)
    row, column = np.mgrid[:size, :size]

    def gratings(n):
        angle = draw.uniform(0, np.pi, (n, 1, 1))
        period = draw.uniform(3, 8, (n, 1, 1))
        phase = draw.uniform(0, 2 * np.pi, (n, 1, 1))
        along = np.cos(angle) * column + np.sin(angle) * row
        images = np.sin(2 * np.pi * along / period + phase) + draw.normal(0, noise, (n, size, size))
        targets = np.stack([np.cos(2 * angle), np.sin(2 * angle)], axis=-1)[:, 0, 0]
        return images[..., None].astype("float32"), targets.astype("float32")

    return {"train": gratings(train), "validation": gratings(held_out), "test": gratings(held_out)}
