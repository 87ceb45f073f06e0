"""What is learnt from: digits."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, seed):
    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.data))
    x = (digits.data[order] / 16).astype("float32")
    y = digits.target[order].astype("int32")
    return {
        "train": (x[:train], y[:train]),
        "validation": (x[train : train + 600], y[train : train + 600]),
        "test": (x[train + 600 :], y[train + 600 :]),
    }
