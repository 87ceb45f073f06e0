"""Digits, few of which are labelled."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(labels, seed):
    """1,197 to learn from, of which `labels` of each digit show what they are; 300 and 300 to judge by, all labelled."""
    rng = np.random.default_rng(seed)
    x, y = load_digits(return_X_y=True)
    order = rng.permutation(len(x))
    x, y = (x[order] / 16).astype("float32"), y[order].astype("int32")
    x_train, y_train = x[600:], y[600:].copy()
    hidden = [np.flatnonzero(y_train == digit)[labels:] for digit in range(10)]
    y_train[np.concatenate(hidden)] = -1
    return {"train": (x_train, y_train), "validation": (x[:300], y[:300]), "test": (x[300:600], y[300:600])}
