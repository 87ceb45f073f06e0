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


def load_mine(train, held_out, size, noise, spread, seed):
    """One to three bright squares of 3, 5 or 7 pixels; the target is the largest of the Gaussians around their centres.

    Args:
        spread: deviation of a Gaussian, in pixels of the heat map, for the smallest square; it grows with the side.
    """
    draw = np.random.default_rng(seed)
    row, column = np.mgrid[: size // 2, : size // 2]

    def scenes(n):
        images = draw.normal(0, noise, (n, size, size, 1)).astype("float32")
        maps = np.zeros((n, size // 2, size // 2, 1), "float32")
        for image, heat in zip(images, maps, strict=True):
            for _ in range(draw.integers(1, 4)):
                half = draw.integers(1, 4)
                y, x = draw.integers(half, size - half, 2)
                image[y - half : y + half + 1, x - half : x + half + 1] += draw.uniform(0.6, 1.0)
                width = spread * (1 + 0.25 * (half - 1))
                bump = np.exp(-((row - y // 2) ** 2 + (column - x // 2) ** 2) / (2 * width**2))
                heat[..., 0] = np.maximum(heat[..., 0], bump)
        return images, maps

    return {"train": scenes(train), "validation": scenes(held_out), "test": scenes(held_out)}
