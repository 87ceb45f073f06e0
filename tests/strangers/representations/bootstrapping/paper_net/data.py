"""Digits whose training labels are partly wrong."""

import numpy as np
from sklearn.datasets import load_digits


def flipped(labels, where, shift):
    """Another class than the given one, `shift` (1 … 9) further on, where it is said; the others stay."""
    return np.where(where, (labels + np.asarray(shift)) % 10, labels)


def load_mine(noise, seed):
    """1000 noisy training samples; validation and test keep their true labels."""
    rng = np.random.default_rng(seed)
    images, labels = load_digits(return_X_y=True)
    order = rng.permutation(len(images))
    x, y = (images[order] / 16).astype("float32"), labels[order].astype("int32")
    given = flipped(y[:1000], rng.random(1000) < noise, rng.integers(1, 10, 1000)).astype("int32")
    return {"train": (x[:1000], given), "validation": (x[1000:1400], y[1000:1400]), "test": (x[1400:], y[1400:])}
