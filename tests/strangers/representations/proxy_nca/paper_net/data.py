"""Digits, cut at random into training, validation and test."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    images, digits = load_digits(return_X_y=True)
    images = (images / 16).astype("float32").reshape(-1, 8, 8, 1)
    order = np.random.default_rng(seed).permutation(len(images))
    parts = {"train": order[:1100], "validation": order[1100:1400], "test": order[1400:]}
    return {split: (images[part], digits[part].astype("int32")) for split, part in parts.items()}
