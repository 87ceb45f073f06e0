import numpy as np
from sklearn.datasets import load_digits


def load_mine(train, validation, seed):
    """Digits of 8 x 8 pixels in 0 … 1, in an order drawn by the seed; the rest is the test."""
    digits = load_digits()
    order = np.random.default_rng(seed).permutation(len(digits.target))
    images = (digits.images[order, :, :, None] / 16).astype("float32")  # (n, 8, 8, 1)
    labels = digits.target[order].astype("int32")
    first, second = train, train + validation
    return {
        "train": (images[:first], labels[:first]),
        "validation": (images[first:second], labels[first:second]),
        "test": (images[second:], labels[second:]),
    }
