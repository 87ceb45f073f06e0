"""What is learnt from: digits, without labels."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    x = load_digits().data / 16.0  # (1797, 64), in 0 ... 1
    x = x[np.random.default_rng(seed).permutation(len(x))].astype("float32")
    return {"train": (x[:1200], None), "validation": (x[1200:1497], None), "test": (x[1497:], None)}
