"""Digits on a larger canvas, somewhere."""

import numpy as np
from sklearn.datasets import load_digits


def placed(image, row, column, side):
    """The image on an empty square canvas, its upper left corner at (row, column)."""
    image = np.asarray(image)
    canvas = np.zeros((side, side), "float32")
    canvas[row : row + image.shape[0], column : column + image.shape[1]] = image
    return canvas


def load_mine(seed):
    """1000 to learn from, 400 to validate, the rest to test."""
    images, labels = load_digits(return_X_y=True)
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(images))
    corners = rng.integers(0, 5, (len(images), 2))
    x = [
        placed(image, *corner, 12) for image, corner in zip(images[order].reshape(-1, 8, 8) / 16, corners, strict=False)
    ]
    x = np.stack(x)[..., None]  # (n, 12, 12, 1)
    y = labels[order].astype("int32")
    splits = {"train": slice(0, 1000), "validation": slice(1000, 1400), "test": slice(1400, None)}
    return {name: (x[at], y[at]) for name, at in splits.items()}
