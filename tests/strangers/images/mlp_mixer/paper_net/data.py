import numpy as np
from sklearn.datasets import load_digits


def load_mine(seed):
    """Digits in a random order: 997 to learn from, 400 to validate, 400 to test."""
    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.target))
    images = (digits.images[order, ..., None] / 16).astype("float32")  # (1797, 8, 8, 1)
    classes = digits.target[order].astype("int32")
    parts = {"train": slice(0, 997), "validation": slice(997, 1397), "test": slice(1397, None)}
    return {split: (images[part], classes[part]) for split, part in parts.items()}
