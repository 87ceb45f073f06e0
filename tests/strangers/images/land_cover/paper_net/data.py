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


class Scenes:
    """Two straight borders cut a scene into regions of one texture each: rows, columns, chequers or grain.

    Length and index alone: scene i is drawn from the seed (seed, first + i).
    """

    def __init__(self, first, number, size, seed):
        self.first, self.number, self.size, self.seed = first, number, size, seed

    def __len__(self):
        return self.number

    def __getitem__(self, i):
        draw = np.random.default_rng((self.seed, self.first + int(i)))
        row, column = np.mgrid[: self.size, : self.size]
        textures = np.stack(
            [
                np.sin(2 * np.pi * row / 4 + draw.uniform(0, 6)),
                np.sin(2 * np.pi * column / 4 + draw.uniform(0, 6)),
                np.sin(2 * np.pi * row / 4 + draw.uniform(0, 6))
                * np.sin(2 * np.pi * column / 4 + draw.uniform(0, 6))
                * 1.4,
                draw.normal(0, 0.8, row.shape),
            ]
        )
        region, border = np.zeros(row.shape, int), np.full(row.shape, np.inf)
        for bit in (1, 2):
            angle = draw.uniform(0, 2 * np.pi)
            y, x = row - draw.uniform(0.3, 0.7) * self.size, column - draw.uniform(0.3, 0.7) * self.size
            side = np.cos(angle) * y + np.sin(angle) * x
            region += bit * (side > 0)
            border = np.minimum(border, np.abs(side))
        labels = draw.permutation(4)[region]
        image = np.take_along_axis(textures, labels[None], axis=0)[0] + draw.normal(0, 0.5, row.shape)
        labels = np.where(border < 1, -1, labels)
        return image[..., None].astype("float32"), labels.astype("int32")


def load_mine(train, held_out, size, seed):
    """Scenes that no two splits share."""
    return {
        "train": Scenes(0, train, size, seed),
        "validation": Scenes(train, held_out, size, seed),
        "test": Scenes(train + held_out, held_out, size, seed),
    }
