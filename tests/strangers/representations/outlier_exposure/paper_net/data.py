"""Known digits, outliers to learn from, and outliers that are never seen."""

import numpy as np
from sklearn.datasets import load_digits


def known_or_not(digits):
    """The class of a digit: itself up to 5, -1 of an outlier."""
    digits = np.asarray(digits)
    return np.where(digits <= 5, digits, -1)


def load_mine(seed):
    """Known digits are divided 600, 240 and the rest; of outliers each split has digits of its own."""
    rng = np.random.default_rng(seed)
    images, digits = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    x, digits = (images[order] / 16).astype("float32"), digits[order]
    known = np.flatnonzero(digits <= 5)
    splits = {"train": (known[:600], [6, 7]), "validation": (known[600:840], [8]), "test": (known[840:], [9])}
    data = {}
    for name, (at, outliers) in splits.items():
        at = rng.permutation(np.concatenate([at, np.flatnonzero(np.isin(digits, outliers))]))
        data[name] = x[at], known_or_not(digits[at]).astype("int32")
    return data
