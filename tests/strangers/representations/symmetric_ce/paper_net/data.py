import numpy as np
from sklearn.datasets import load_digits


def load_mine(noise, seed):
    """Digits, whose training labels are wrong in part; validation and test labels are the true ones."""
    random = np.random.default_rng(seed)
    digits = load_digits()
    order = random.permutation(len(digits.target))
    x = (digits.data[order] / 16).astype("float32")
    y = digits.target[order].astype("int32")
    train, validation, test = (slice(0, 1100), slice(1100, 1450), slice(1450, None))
    noisy = y.copy()
    drawn = random.random(len(y)) < noise
    noisy[drawn] = random.integers(10, size=drawn.sum())
    return {"train": (x[train], noisy[train]), "validation": (x[validation], y[validation]), "test": (x[test], y[test])}
