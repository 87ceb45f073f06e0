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
    """Ellipses on a lit background; the training split holds each image mirrored, too.

    Returns:
        The splits, each (images, masks), both (n, size, size, 1).
    """
    draw = np.random.default_rng(seed)
    row, column = np.mgrid[:size, :size]

    def ellipses(n):
        centre = draw.uniform(0.25, 0.75, (2, n, 1, 1)) * size
        axes = draw.uniform(0.1, 0.3, (2, n, 1, 1)) * size
        turn = draw.uniform(0, np.pi, (n, 1, 1))
        y, x = row - centre[0], column - centre[1]
        u, v = np.cos(turn) * x + np.sin(turn) * y, np.cos(turn) * y - np.sin(turn) * x
        masks = ((u / axes[0]) ** 2 + (v / axes[1]) ** 2 < 1).astype("float32")
        slope = draw.normal(0, 0.6 / size, (2, n, 1, 1))
        light = slope[0] * (row - size / 2) + slope[1] * (column - size / 2)
        images = masks + light + draw.normal(0, noise, masks.shape)
        return images[..., None].astype("float32"), masks[..., None]

    images, masks = ellipses(train)
    images = np.concatenate([images, images[:, :, ::-1]])
    masks = np.concatenate([masks, masks[:, :, ::-1]])
    return {"train": (images, masks), "validation": ellipses(held_out), "test": ellipses(held_out)}
