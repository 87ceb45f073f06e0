"""Digits without their labels."""

import numpy as np
from sklearn.datasets import load_digits


def load_mine():
    images = (load_digits().data / 16).astype("float32")
    images = images[np.random.default_rng(0).permutation(len(images))]
    return {"train": (images[:1200], None), "validation": (images[1200:1500], None), "test": (images[1500:], None)}
