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


def outline(shape, radius, row, column):
    """The pixels of an outline around the middle of (row, column)."""
    far = np.maximum(np.abs(row), np.abs(column))
    if shape == 0:
        return np.abs(np.hypot(row, column) - radius) < 0.6
    if shape == 1:
        return np.abs(far - radius) < 0.5
    if shape == 2:
        sides = np.abs(2 * np.abs(column) - (row + radius)) < 1.1
        return (sides & (np.abs(row) <= radius)) | ((np.abs(row - radius) < 0.5) & (np.abs(column) <= radius))
    return (np.abs(np.abs(row) - np.abs(column)) < 0.5) & (far <= radius)


def load_mine(train, held_out, size, noise, seed):
    """Each shape occurs in half of the images, at a place of its own; places may overlap."""
    draw = np.random.default_rng(seed)
    row, column = np.mgrid[:size, :size]

    def images(n):
        there = draw.integers(0, 2, (n, 4))
        x = draw.normal(0, noise, (n, size, size))
        for image, of_image in zip(x, there, strict=True):
            for shape in np.flatnonzero(of_image):
                radius = draw.integers(3, 6)
                y0, x0 = draw.integers(radius, size - radius, 2)
                image[outline(shape, radius, row - y0, column - x0)] += 1
        return x[..., None].astype("float32"), there.astype("float32")

    return {"train": images(train), "validation": images(held_out), "test": images(held_out)}
