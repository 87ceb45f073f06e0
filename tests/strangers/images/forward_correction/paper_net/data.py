import numpy as np
from sklearn.datasets import load_digits


def flipped(labels, draws, flips, rate):
    """Labels as a careless annotator gives them: `source` becomes `goal` where the draw is below the rate."""
    labels = np.asarray(labels)
    noisy = labels.copy()
    for source, goal in flips:
        noisy[(labels == source) & (np.asarray(draws) < rate)] = goal
    return noisy


def load_mine(flips, rate, seed):
    """Digits whose labels are noisy in training and validation, and right in the test."""
    rng = np.random.default_rng(seed)
    digits = load_digits()
    order = rng.permutation(len(digits.target))
    images = (digits.images[order, :, :, None] / 16).astype("float32")
    labels = digits.target[order].astype("int32")
    noisy = flipped(labels, rng.random(len(labels)), flips, rate)
    return {
        "train": (images[:1200], noisy[:1200]),
        "validation": (images[1200:1400], noisy[1200:1400]),
        "test": (images[1400:], labels[1400:]),
    }
