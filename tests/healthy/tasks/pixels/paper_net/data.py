"""YOURS. What is learnt from: pictures with a disc and a square (made here), and the class of each pixel."""

import numpy as np


def load_pictures(samples=500, validation=100, size=24, noise=0.25, seed=0):
    """One disc and one square of the same brightness a picture.

    Returns:
        The splits; inputs Float["b 24 24 1"]; targets Int["b 24 24"]: 0 ground, 1 disc, 2 square.
    """
    rng = np.random.default_rng(seed)
    rows, columns = np.mgrid[:size, :size]
    targets = np.zeros((samples, size, size), "int32")
    for picture in targets:
        half = rng.integers(3, 6, 2)
        disc, square = rng.integers(5, size - 5, 2), rng.integers(5, size - 5, 2)
        picture[(rows - disc[0]) ** 2 + (columns - disc[1]) ** 2 <= half[0] ** 2] = 1
        picture[np.maximum(abs(rows - square[0]), abs(columns - square[1])) < half[1]] = 2
    inputs = ((targets > 0) + rng.normal(0, noise, targets.shape)).astype("float32")[..., None]
    return {
        "train": (inputs[:-validation], targets[:-validation]),
        "validation": (inputs[-validation:], targets[-validation:]),
    }
