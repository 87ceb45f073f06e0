import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """1200 digits to learn from, 297 to validate, 300 to test."""
    x, y = load_digits(return_X_y=True)
    order = np.random.default_rng(seed).permutation(len(x))
    x, y = (x[order] / 16).astype("float32"), y[order].astype("int32")
    return {
        "train": (x[:1200], y[:1200]),
        "validation": (x[1200:1497], y[1200:1497]),
        "test": (x[1497:], y[1497:]),
    }
