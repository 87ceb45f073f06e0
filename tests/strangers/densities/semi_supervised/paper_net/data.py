import numpy as np
from sklearn.datasets import load_digits


def load_mine(labelled, seed):
    """1200 digits to learn from, ten of each class with their label (-1: without); held-out ones are all labelled."""
    digits = load_digits()
    random = np.random.default_rng(seed)
    order = random.permutation(len(digits.target))
    x, y = (digits.data[order] / 16).astype("float32"), digits.target[order].astype("int32")
    told = np.concatenate([np.flatnonzero(y[:1200] == c)[: labelled // 10] for c in range(10)])
    known = np.full(1200, -1, "int32")
    known[told] = y[told]
    return {"train": (x[:1200], known), "validation": (x[1200:1500], y[1200:1500]), "test": (x[1500:], y[1500:])}
