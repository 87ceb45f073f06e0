"""Digits, each with its own label and some others."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(ambiguity, seed):
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    images, labels = images[order].reshape(-1, 8, 8, 1) / 16, np.eye(10)[digits[order]]
    train, validation, test = slice(0, 1000), slice(1000, 1400), slice(1400, None)
    candidates = np.maximum(labels[train], rng.random((1000, 10)) < ambiguity)
    targets = {
        "train": (train, candidates),
        "validation": (validation, labels[validation]),
        "test": (test, labels[test]),
    }
    return {split: (images[part].astype("float32"), y.astype("float32")) for split, (part, y) in targets.items()}
