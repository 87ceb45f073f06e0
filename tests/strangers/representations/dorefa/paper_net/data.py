"""Digits as images."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    images, labels = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(images))
    x = (images[order] / 16).astype("float32").reshape(-1, 8, 8, 1)
    y = labels[order].astype("int32")
    splits = {"train": slice(0, 1000), "validation": slice(1000, 1400), "test": slice(1400, None)}
    return {name: (x[at], y[at]) for name, at in splits.items()}
