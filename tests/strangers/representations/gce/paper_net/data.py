"""Digits with wrong labels."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(noise, seed):
    """Of the training labels a share `noise` is drawn from all classes; those of validation and test are clean."""
    images, labels = load_digits(return_X_y=True)
    draws = np.random.default_rng(seed)
    order = draws.permutation(len(images))
    images, labels = images[order], labels[order].astype("int32")
    train, validation, test = slice(0, 1200), slice(1200, 1500), slice(1500, None)
    images = (images - images[train].mean(axis=0)) / (images[train].std(axis=0) + 0.5)
    images = images.astype("float32")
    drawn = draws.integers(0, 10, 1200, dtype="int32")
    noisy = np.where(draws.random(1200) < noise, drawn, labels[train])
    return {
        "train": (images[train], noisy),
        "validation": (images[validation], labels[validation]),
        "test": (images[test], labels[test]),
    }
